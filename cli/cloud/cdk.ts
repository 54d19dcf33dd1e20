import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { UsageError } from "../usage-error.ts";

/** Runs the project's own `cdk` in the repository. Throws a `UsageError` with its last words where it fails. */
export type RunCdk = (args: readonly string[], signal: AbortSignal) => Promise<void>;

/** How much is told of a run that failed unseen. */
const LAST_LINES = 15;

/** CDK's own progress is shown on a terminal and in continuous integration; elsewhere only its failure is. */
export function cdkIn(root: string): RunCdk {
  return async (args, signal) => {
    const isShown = Boolean(process.stderr.isTTY || process.env.CI);
    const child = spawn(process.execPath, [join(root, "node_modules/aws-cdk/bin/cdk"), ...args], {
      cwd: root,
      // cdk.json starts the app with "node": that must be the one that runs us.
      env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ""}` },
      stdio: isShown ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    const interrupt = () => child.kill("SIGINT");
    signal.addEventListener("abort", interrupt, { once: true });
    const said = collect(child);
    const [code] = await once(child, "close");
    signal.removeEventListener("abort", interrupt);
    signal.throwIfAborted();
    if (code === 0) return;
    const words = isShown ? "" : `\n${said().trim().split("\n").slice(-LAST_LINES).join("\n")}`;
    throw new UsageError(`cdk ${args[0]} failed (exit code ${code})${words}`);
  };
}

function collect({ stdout, stderr }: ChildProcess): () => string {
  const chunks: Buffer[] = [];
  for (const stream of [stdout, stderr]) stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}
