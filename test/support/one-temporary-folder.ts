import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

/** What tests and the programs that they start leave in the temporary folder goes with the run. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "mizan-tests-"));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
