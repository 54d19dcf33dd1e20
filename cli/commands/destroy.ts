import process from "node:process";
import { createInterface } from "node:readline/promises";
import { STACK_NAME } from "../../shared/cloud/stack-outputs.ts";
import { cdkIn } from "../cloud/cdk.ts";
import { connectCloud } from "../cloud/connect.ts";
import { howToDelete, keptResources } from "../cloud/kept-resources.ts";
import { deployedTemplate, physicalNames } from "../cloud/stack.ts";
import { interruptibleAnywhere } from "../interruption.ts";
import { UsageError } from "../usage-error.ts";

export interface DestroyOptions {
  /** The repository. */
  readonly root: string;
  /** Do not ask. */
  readonly yes?: boolean;
}

const UNFINISHED = 'Stopped here; what CloudFormation has begun it finishes: "npm run doctor" tells how far it came.';

/** Deletes the stack, after saying what that deletes and what it keeps; then how to delete what was kept. */
export async function destroy({ root, yes = false }: DestroyOptions): Promise<void> {
  const { cloudFormation } = connectCloud();
  const template = await deployedTemplate(cloudFormation, STACK_NAME);
  if (template === undefined)
    throw new UsageError(
      `stack ${STACK_NAME} is not deployed in ${await cloudFormation.config.region()}: nothing to delete`,
    );
  const kept = keptResources(template, await physicalNames(cloudFormation, STACK_NAME));
  const deleted = Object.keys(template.Resources).length - kept.length;
  print(
    `Deletes ${deleted} resources of stack ${STACK_NAME} in ${await cloudFormation.config.region()}; keeps what was collected:`,
  );
  for (const { type, name } of kept) print(`  ${name} (${type})`);
  if (!yes) await confirm();

  await interruptibleAnywhere(async (signal) => {
    await cdkIn(root)(["destroy", STACK_NAME, "--force"], signal);
    print("Deleted. What was kept still costs its storage; to delete that too, for good:");
    for (const line of kept.flatMap(howToDelete)) print(`  ${line}`);
  }, UNFINISHED);
}

/** Asks for the stack's name. Throws a `UsageError` where something else is typed, or there is no terminal to ask on. */
async function confirm(): Promise<void> {
  if (!process.stdin.isTTY) throw new UsageError("nothing deleted: no terminal to ask on; --yes does without asking");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // Ctrl-C is an answer, too.
    const typed = await terminal.question(`Type ${STACK_NAME} to delete: `).catch(() => "");
    if (typed.trim() !== STACK_NAME) throw new UsageError("nothing deleted");
  } finally {
    terminal.close();
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
