import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";

const MAIN = join(import.meta.dirname, "../../cli/main.ts");

/** Runs `npm run demo` into `data`, its pages to be read at `address`, and returns the folder of its pages. */
export async function runDemo(watch: string, data: string, address: string, signal: AbortSignal): Promise<string> {
  const command = [MAIN, "--watch", watch, "--data", data, "demo", "--address", address];
  const child = spawn(process.execPath, command, { signal });
  const said: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`the demo ended with ${code}: ${Buffer.concat(said).toString("utf8")}`);
  return join(data, "demo/site");
}
