import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { STACK_NAME } from "../../shared/cloud/stack-outputs.ts";
import { cdkIn } from "../cloud/cdk.ts";
import { firstProblem, runChecks } from "../cloud/check.ts";
import { type CloudClients, connectCloud } from "../cloud/connect.ts";
import { projectChecks, reachChecks } from "../cloud/deploy-checks.ts";
import { diffTemplates } from "../cloud/diff-templates.ts";
import { formatSummary } from "../cloud/format-summary.ts";
import { deployedTemplate } from "../cloud/stack.ts";
import { summariseTemplate } from "../cloud/summarise-template.ts";
import { readTemplate, type Template } from "../cloud/template.ts";
import { interruptibleAnywhere } from "../interruption.ts";
import { costLine } from "./cost.ts";
import type { DeployOptions } from "./deploy.ts";

/** Says what a deploy would create, or change where there are credentials to look with. Needs no account. */
export async function deployDryRun(options: DeployOptions): Promise<void> {
  const problem = firstProblem(await runChecks(projectChecks(options)));
  if (problem !== undefined) throw problem;
  await interruptibleAnywhere(async (signal) => {
    const template = await synthesise(options.root, signal);
    print(formatSummary(summariseTemplate(template)));
    print(await changesAgainst(connectCloud(), template));
    print(`Cost: ${await costLine(options)}`);
  }, "Stopped; nothing was changed.");
}

/** The template as a deploy would make it, in a folder of its own. */
async function synthesise(root: string, signal: AbortSignal): Promise<Template> {
  const folder = await mkdtemp(join(tmpdir(), "mizan-synth-"));
  try {
    await cdkIn(root)(["synth", STACK_NAME, "--quiet", "--output", folder], signal);
    return await readTemplate(folder, STACK_NAME);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function changesAgainst(clients: CloudClients, template: Template): Promise<string> {
  const problem = firstProblem(await runChecks(reachChecks(clients)));
  if (problem !== undefined) return `All of this would be new; compared with no account (${problem.message}).`;
  const before = await deployedTemplate(clients.cloudFormation, STACK_NAME);
  if (before === undefined) return "All of this would be new.";
  const changes = diffTemplates(before, template);
  return changes.length === 0
    ? "Nothing would change."
    : ["Would change", ...changes.map((line) => `  ${line}`)].join("\n");
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
