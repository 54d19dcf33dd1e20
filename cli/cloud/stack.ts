import {
  type CloudFormationClient,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
} from "@aws-sdk/client-cloudformation";
import { STACK_NAME, STACK_OUTPUTS, type StackOutput } from "../../shared/cloud/stack-outputs.ts";
import { UsageError } from "../usage-error.ts";
import { parseTemplate, type Template } from "./template.ts";

export interface DeployedStack {
  /** CloudFormation's word for its state: `UPDATE_COMPLETE`. */
  readonly status: string;
  /** By name, all of them: other stacks than ours have others. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** A stack as it stands in the account, or undefined where there is none of that name. */
export async function findStack(client: CloudFormationClient, name: string): Promise<DeployedStack | undefined> {
  const answer = await unlessMissing(client.send(new DescribeStacksCommand({ StackName: name })));
  const [stack] = answer?.Stacks ?? [];
  if (stack?.StackStatus === undefined) return undefined;
  const outputs = (stack.Outputs ?? []).map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue]);
  return { status: stack.StackStatus, outputs: Object.fromEntries(outputs) };
}

/** The template that a stack was deployed from, or undefined where there is none of that name. */
export async function deployedTemplate(client: CloudFormationClient, name: string): Promise<Template | undefined> {
  const answer = await unlessMissing(client.send(new GetTemplateCommand({ StackName: name })));
  return answer?.TemplateBody === undefined ? undefined : parseTemplate(answer.TemplateBody);
}

/** What a resource of the stack is called in the account, by logical id. */
export async function physicalNames(
  client: CloudFormationClient,
  name: string,
): Promise<Readonly<Record<string, string>>> {
  const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: name }));
  return Object.fromEntries(
    StackResources.map(({ LogicalResourceId = "", PhysicalResourceId = "" }) => [
      LogicalResourceId,
      PhysicalResourceId,
    ]),
  );
}

/** CloudFormation has no error of its own for it: "Stack with id Mizan does not exist". */
async function unlessMissing<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === "ValidationError" && error.message.endsWith("does not exist"))
      return undefined;
    throw error;
  }
}

/** The outputs of Mizan's stack. Throws a `UsageError` where it is not deployed. */
export async function stackOutputs(
  client: CloudFormationClient,
): Promise<Readonly<Partial<Record<StackOutput, string>>>> {
  const stack = await findStack(client, STACK_NAME);
  if (stack === undefined)
    throw new UsageError(
      `stack ${STACK_NAME} is not deployed in ${await client.config.region()}: run "npm run deploy"`,
    );
  return Object.fromEntries(
    STACK_OUTPUTS.flatMap((name) => (name in stack.outputs ? [[name, stack.outputs[name]]] : [])),
  );
}

/** One output. Throws a `UsageError` where the deployed stack has none of that name. */
export async function stackOutput(client: CloudFormationClient, name: StackOutput): Promise<string> {
  const value = (await stackOutputs(client))[name];
  if (value === undefined)
    throw new UsageError(`stack ${STACK_NAME} has no output ${name}: bring it up to date with "npm run deploy"`);
  return value;
}
