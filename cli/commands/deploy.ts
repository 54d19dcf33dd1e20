import process from "node:process";
import { STACK_NAME } from "../../shared/cloud/stack-outputs.ts";
import { cdkIn } from "../cloud/cdk.ts";
import { firstProblem, formatFinding, runChecks } from "../cloud/check.ts";
import { connectCloud } from "../cloud/connect.ts";
import { deployChecks } from "../cloud/deploy-checks.ts";
import { stackOutput } from "../cloud/stack.ts";
import { table } from "../cloud/table.ts";
import { openWatchlistBucket } from "../cloud/watchlist-bucket.ts";
import { interruptibleAnywhere } from "../interruption.ts";
import { checkedWatchlist, readWatchFolder } from "../local/watch-folder.ts";
import { costLine } from "./cost.ts";
import { uploadShown } from "./watch.ts";

export interface DeployOptions {
  /** The repository. */
  readonly root: string;
  readonly watch: string;
  readonly data: string;
  /** Do not ask before rights are widened. */
  readonly yes?: boolean;
}

const UNFINISHED =
  'Stopped here; what CloudFormation has begun it finishes: "npm run doctor" tells when, "npm run deploy" goes on.';

/** Deploys the stack, uploads the watchlist, and says what comes next. */
export async function deploy(options: DeployOptions): Promise<void> {
  const clients = connectCloud();
  const findings = await runChecks(deployChecks(options, clients));
  const problem = firstProblem(findings);
  if (problem !== undefined) throw problem;
  for (const finding of findings) if (finding.state === "warning") process.stderr.write(`${formatFinding(finding)}\n`);
  const files = await readWatchFolder(options.watch);
  const { site } = checkedWatchlist(files).monitor;

  await interruptibleAnywhere(async (signal) => {
    const canAsk = process.stdin.isTTY && process.stderr.isTTY;
    const approval = options.yes || !canAsk ? "never" : "broadening";
    await cdkIn(options.root)(["deploy", STACK_NAME, "--require-approval", approval], signal);
    await uploadShown(await openWatchlistBucket(clients), files, signal);
    const next = [
      ["site", await stackOutput(clients.cloudFormation, "SiteAddress")],
      ["password", site.access === "public" ? "none: anyone may read" : 'set it with "npm run mizan -- site password"'],
      ["alarms", findings.find(({ title }) => title === "alarms")?.says ?? ""],
      ["cost", await costLine(options)],
    ];
    process.stdout.write(`${table(next)}\n`);
  }, UNFINISHED);
}
