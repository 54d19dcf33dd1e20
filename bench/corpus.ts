import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/** Where real material to measure on lies: beside the project, or where MIZAN_CORPUS says. It is not part of it. */
const CORPUS = process.env.MIZAN_CORPUS ?? join(import.meta.dirname, "../../shared/corpus");

/** The path of a file or folder of the corpus, or undefined, told in one line, where it is missing. */
export function corpusPath(name: string): string | undefined {
  const path = join(CORPUS, name);
  if (existsSync(path)) return path;
  console.log(`skipped: ${name} is not there (set MIZAN_CORPUS to the folder that holds it)`);
  return undefined;
}
