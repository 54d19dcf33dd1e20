import { join } from "node:path";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { Command, CommanderError } from "commander";
import { explainAwsError } from "./cloud/explain-aws-error.ts";
import { addCloudCommands } from "./cloud-commands.ts";
import { demo } from "./commands/demo.ts";
import { digest } from "./commands/digest.ts";
import { match } from "./commands/match.ts";
import { run } from "./commands/run.ts";
import { WatchlistError } from "./local/watch-folder.ts";
import { UsageError } from "./usage-error.ts";

// On a machine with much memory V8 lets the heap grow to several times what is in use before it collects. A third more
// is enough: a run over thousands of pages takes a tenth more time and half the memory.
setFlagsFromString("--heap-growing-percent=30");

/** Exit codes, as `mizan help` lists them. */
const EXIT = { defect: 1, usage: 2, aws: 2, watchlist: 3 } as const;

const ROOT = join(import.meta.dirname, "..");

const program = new Command("mizan")
  .description("Weighs each day's Central Asian press against what one expert said.")
  .option("--watch <folder>", "the watchlist", join(ROOT, "watch"))
  .option("--data <folder>", "database and pages", join(ROOT, "data"))
  .addHelpText(
    "after",
    "\nOn AWS, region and credentials are found as the AWS command line finds them: AWS_REGION, AWS_PROFILE, ~/.aws …" +
      "\nExit codes: 0 done, 1 a defect in Mizan, 2 a mistake in the command or something AWS has against it, 3 mistakes in the watchlist, 130 interrupted",
  )
  .exitOverride();

const folders = (): { watch: string; data: string } => program.opts();

program
  .command("run")
  .description("poll the live sources, read what is new, publish the digest")
  .action(() => run(folders()));

program
  .command("demo")
  .description("the same over three days of a sample press, without network")
  .option("--items <file>", "serve a JSON array or JSON Lines of news items instead")
  .option("--serve", "serve the finished pages on 127.0.0.1")
  .action((options: { items?: string; serve?: boolean }) => demo({ ...folders(), ...options }));

program
  .command("digest")
  .description("publish one day again from what is stored, and print it as Markdown")
  .option("--date <day>", "YYYY-MM-DD; the newest by default")
  .action((options: { date?: string }) => digest({ ...folders(), ...options }));

program
  .command("match")
  .description("say for each article of a JSON Lines file which themes and positions it holds, with evidence")
  .argument("<file>", "lines of {id, date?, title?, text, language?}; - for standard input")
  .action((file: string) => match(file, folders()));

addCloudCommands(program, folders);

// Whoever reads our output may stop early, as `head` does: that is an end, not a defect.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Tells a mistake in a line and a defect with its stack. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage;
  if (error instanceof WatchlistError || error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return error instanceof WatchlistError ? EXIT.watchlist : EXIT.usage;
  }
  const explained = explainAwsError(error);
  if (explained !== undefined) {
    process.stderr.write(`${explained}\n`);
    return EXIT.aws;
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return EXIT.defect;
}
