import { join } from "node:path";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { Command, CommanderError } from "commander";
import { explainAwsError } from "./cloud/explain-aws-error.ts";
import { addCloudCommands } from "./cloud-commands.ts";
import { demo } from "./commands/demo.ts";
import { digest } from "./commands/digest.ts";
import { type ExplainOptions, explain } from "./commands/explain.ts";
import { feed } from "./commands/feed.ts";
import { match } from "./commands/match.ts";
import { read } from "./commands/read.ts";
import { run } from "./commands/run.ts";
import { sources } from "./commands/sources.ts";
import { stories } from "./commands/stories.ts";
import { WatchlistError } from "./local/watch-folder.ts";
import { UsageError } from "./usage-error.ts";

// On a machine with much memory V8 lets the heap grow to several times what is in use before it collects. A third more
// is enough: a run over thousands of pages takes a tenth more time and half the memory.
setFlagsFromString("--heap-growing-percent=30");

/** Exit codes, as `mizan help` lists them. */
const EXIT = { defect: 1, usage: 2, aws: 2, watchlist: 3 } as const;

const ROOT = join(import.meta.dirname, "..");

/** A feed and a preview cannot lead to a page unless they know where it is. */
const ADDRESS = ["--address <url>", "where the pages will be read: feeds and previews then lead there"] as const;

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
  .option(...ADDRESS)
  .action((options: { address?: string }) => run({ ...folders(), ...options }));

program
  .command("demo")
  .description("the same over three days of a sample press, without network")
  .option("--items <file>", "serve a JSON array or JSON Lines of news items instead")
  .option("--serve", "serve the finished pages on 127.0.0.1")
  .option(...ADDRESS)
  .action((options: { items?: string; serve?: boolean; address?: string }) => demo({ ...folders(), ...options }));

program
  .command("digest")
  .description("publish one day again from what is stored, and print it as Markdown")
  .option("--date <day>", "YYYY-MM-DD; the newest by default")
  .option(...ADDRESS)
  .action((options: { date?: string; address?: string }) => digest({ ...folders(), ...options }));

program
  .command("feed")
  .description("read feeds of any dialect, and print what each lists as JSON")
  .argument("<files...>", "files or web addresses; of more than one, each is printed in a line with its name")
  .option("--time-zone <zone>", "IANA name; of dates that name none, where the watchlist does not know the feed", "UTC")
  .action((files: string[], options: { timeZone: string }) => feed(files, { ...folders(), ...options }));

program
  .command("match")
  .description("say for each article of a JSON Lines file which themes and positions it holds, with evidence")
  .argument("<file>", "lines of {id, date?, title?, text, language?}; - for standard input")
  .action((file: string) => match(file, folders()));

program
  .command("explain")
  .description("say why an article was matched, or was not: what was found where, what it scored, what stopped it")
  .argument(
    "<article>",
    "a file (page, JSON, JSON Lines, plain text; - for standard input), a web address, or an item's id",
  )
  .option("--id <id>", "which article of a JSON file: its id, or its place among those without one")
  .option("--url <address>", "where the file's page is from")
  .option("--theme <id>", "only this theme")
  .option("--position <id>", "only this position")
  .option("--all", "every theme, position and sentence, not only what is matched or near")
  .option("--html <file>", "write a page to open in a browser")
  .option("--json", "the same facts as JSON")
  .action((article: string, options: Omit<ExplainOptions, "watch" | "data">) =>
    explain(article, { ...options, ...folders() }),
  );

program
  .command("read")
  .description("say what is read of web pages: title, text, authors, dates, language, address, image")
  .argument("<page...>", "files or web addresses")
  .option("--url <address>", "where the file's page is from")
  .action((pages: string[], options: { url?: string }) => read(pages, { ...folders(), ...options }));

program
  .command("sources")
  .description("say how every watched feed is: when it was asked, when it will be, and what is wrong with it")
  .option("--json", "a line of JSON for each feed instead of a table")
  .action((options: { json?: boolean }) => sources({ ...folders(), ...options }));

program
  .command("stories")
  .description("group the articles of a JSON Lines file into stories, and say which are reprints")
  .argument("<file>", "lines of {id, title, text, date?, source?, language?}; - for standard input")
  .action((file: string) => stories(file, folders()));

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
