import { join } from "node:path";
import type { Command } from "commander";
import { parseWorkload } from "./cloud/cost/parse-workload.ts";
import { DEAD_LETTER_NAMES } from "./cloud/dead-letters.ts";
import { cost } from "./commands/cost.ts";
import { deploy } from "./commands/deploy.ts";
import { deployDryRun } from "./commands/deploy-dry-run.ts";
import { destroy } from "./commands/destroy.ts";
import { doctor } from "./commands/doctor.ts";
import { redrive } from "./commands/redrive.ts";
import { sitePassword } from "./commands/site-password.ts";
import { watchHistory, watchPull, watchPush, watchRollback } from "./commands/watch.ts";

const ROOT = join(import.meta.dirname, "..");

/** Adds the commands for Mizan in an AWS account of one's own. */
export function addCloudCommands(program: Command, folders: () => { watch: string; data: string }): void {
  program.commandsGroup("On AWS:");

  program
    .command("doctor")
    .description("say what is in order for a deploy, and what to do about the rest")
    .action(() => doctor({ root: ROOT, watch: folders().watch }));

  program
    .command("deploy")
    .description("create or update the stack, and upload the watchlist")
    .option("--dry-run", "say what would be created or changed, and do nothing; needs no account")
    .option("--yes", "do not ask before rights are widened")
    .action(({ dryRun, yes }: { dryRun?: boolean; yes?: boolean }) =>
      (dryRun ? deployDryRun : deploy)({ root: ROOT, ...folders(), yes: yes ?? false }),
    );

  program
    .command("destroy")
    .description("delete the stack; what was collected is kept")
    .option("--yes", "do not ask")
    .action((options: { yes?: boolean }) => destroy({ root: ROOT, ...options }));

  const watch = program.command("watch").description("the watchlist on AWS: push, pull, history, rollback");
  watch
    .command("push")
    .description("check the watchlist, upload what changed, and wait until it runs")
    .action(() => watchPush(folders().watch));
  watch
    .command("pull")
    .description("write the running watchlist into the folder")
    .option("--force", "give up what was changed in the folder")
    .action((options: { force?: boolean }) => watchPull(folders().watch, options));
  watch
    .command("history")
    .description("list what ran since when, newest first")
    .action(() => watchHistory(folders().watch));
  watch
    .command("rollback")
    .description("make an earlier watchlist the running one")
    .argument("<version>", "as the history names it, or its beginning")
    .action(watchRollback);

  program
    .command("redrive")
    .description("hand what failed for good back to its queue")
    .argument("[which]", `${DEAD_LETTER_NAMES.join(", ")}; all of them by default`)
    .option("--peek", "show the messages and why they failed, and leave them")
    .action((name: string | undefined, options: { peek?: boolean }) =>
      redrive({ ...options, ...(name === undefined ? {} : { name }) }),
    );

  program
    .command("site")
    .description("the published site: password")
    .command("password")
    .description("give the site a new password, made here and shown once")
    .option("--set", "type one instead")
    .action(sitePassword);

  program
    .command("cost")
    .description("what a month costs, from the counts of the last rehearsal")
    .option("--sources <count>", "feeds, instead of the watchlist's")
    .option("--articles <count>", "new articles a day")
    .option("--every <duration>", 'how often each feed is polled: "15 min"')
    .option("--region <name>", "whose prices: us-east-1 or eu-central-1")
    .action(({ region, ...others }: { sources?: string; articles?: string; every?: string; region?: string }) =>
      cost({ root: ROOT, ...folders(), other: parseWorkload(others), ...(region === undefined ? {} : { region }) }),
    );
}
