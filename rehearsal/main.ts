import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { Command } from "commander";
import { cdkIn } from "../cli/cloud/cdk.ts";
import { INTERRUPTED, interruptible } from "../cli/interruption.ts";
import { terminalProgress } from "../cli/local/progress.ts";
import { WatchlistError } from "../cli/local/watch-folder.ts";
import { UsageError } from "../cli/usage-error.ts";
import { STACK_NAME } from "../shared/cloud/stack-outputs.ts";
import { rehearse } from "./rehearse.ts";
import { printReport } from "./report/print-report.ts";

/** The command, the watchlist or the stack could not be read: nothing was rehearsed. */
const EXIT_MISTAKE = 2;
const ROOT = join(import.meta.dirname, "..");

interface Options {
  readonly watch: string;
  readonly data: string;
  readonly assembly?: string;
}

const options: Options = new Command("rehearse")
  .description(
    "rehearse the deploy: the synthesised stack and its bundles on embedded servers, judged by its own policies",
  )
  .option("--watch <folder>", "the watchlist", join(ROOT, "watch"))
  .option("--data <folder>", "where rehearsal/report.json is written", join(ROOT, "data"))
  .option("--assembly <folder>", "a cloud assembly that is there already, instead of a new one")
  .addHelpText("after", "\nExit codes: 0 as it should be, 1 something was not, 2 nothing to rehearse, 130 interrupted")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : EXIT_MISTAKE))
  .parse()
  .opts();

const progress = terminalProgress();

/** Synthesises, rehearses and reports. */
async function run({ watch, data, assembly }: Options, signal: AbortSignal): Promise<void> {
  const folder = assembly ?? join(ROOT, "cdk.out");
  if (assembly === undefined) {
    progress.show("synthesising");
    await cdkIn(ROOT)(["synth", STACK_NAME, "--quiet", "--output", folder], signal);
  }
  const report = await rehearse({ assembly: folder, watch, signal, progress: progress.show });
  progress.clear();
  if (signal.aborted) return;
  const file = join(data, "rehearsal/report.json");
  await mkdir(join(data, "rehearsal"), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`${printReport(report).join("\n")}\n\n${file}\n`);
  if (report.findings.length > 0) process.exitCode = 1;
}

/** A mistake of whoever calls in its own words, anything else with its stack. */
function tell(error: unknown): void {
  if (!(error instanceof UsageError || error instanceof WatchlistError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EXIT_MISTAKE;
}

await interruptible(async (signal) => {
  try {
    await run(options, signal);
  } catch (error) {
    if (!signal.aborted) tell(error);
  } finally {
    progress.clear();
  }
  if (!signal.aborted) return;
  process.stderr.write("Stopped: a rehearsal leaves nothing behind.\n");
  process.exitCode = INTERRUPTED;
});
