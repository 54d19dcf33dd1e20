import type { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { GetCallerIdentityCommand, type STSClient } from "@aws-sdk/client-sts";
import { STACK_NAME } from "../../../shared/cloud/stack-outputs.ts";
import { type Finding, good, problem, warning } from "../check.ts";
import { explainAwsError } from "../explain-aws-error.ts";
import { findStack } from "../stack.ts";

/** Which account, and who in it. */
export async function checkCredentials(sts: STSClient): Promise<Finding> {
  return await telling(async () => {
    const { Account, Arn } = await sts.send(new GetCallerIdentityCommand());
    return good(`account ${Account}, as ${Arn}`);
  });
}

export async function checkRegion(client: CloudFormationClient): Promise<Finding> {
  return await telling(async () => good(await client.config.region()));
}

/** The stack that `cdk bootstrap` makes, and its first version that today's templates deploy with. */
const TOOLKIT = { stack: "CDKToolkit", output: "BootstrapVersion", atLeast: 6 } as const;

/** CDK has its own bucket and roles in the account. */
export async function checkBootstrap(client: CloudFormationClient): Promise<Finding> {
  return await telling(async () => {
    const toolkit = await findStack(client, TOOLKIT.stack);
    const remedy = `run "npx cdk bootstrap", once for each account and region`;
    if (toolkit === undefined) return problem(`missing in ${await client.config.region()}: ${remedy}`);
    const version = Number(toolkit.outputs[TOOLKIT.output]);
    if (version >= TOOLKIT.atLeast) return good(`version ${version}`);
    return problem(`version ${version || "unknown"}, but ${TOOLKIT.atLeast} is needed: ${remedy}`);
  });
}

/** States in which nothing can be deployed, or not as one might think (AWS CloudFormation user guide, "Stack status codes"). */
const STATES: Readonly<Record<string, Finding>> = {
  CREATE_FAILED: problem('could not be created: "npm run destroy" clears it away, then deploy again'),
  DELETE_FAILED: problem(
    'could not be deleted as a whole: its events in the console say why; "npm run destroy" tries again',
  ),
  ROLLBACK_COMPLETE: warning(
    "could not be created and was rolled back; the next deploy deletes what is left of it first",
  ),
  ROLLBACK_FAILED: problem(
    'could not be created, nor rolled back: "npm run destroy" clears it away, then deploy again',
  ),
  UPDATE_ROLLBACK_COMPLETE: warning(
    "runs, but its last update failed and was taken back: its events in the console say why",
  ),
  UPDATE_ROLLBACK_FAILED: problem(
    'an update could be neither made nor taken back: "npx cdk rollback" goes on with that',
  ),
  /** Someone looked at what would change before there was a stack; nothing of it exists. */
  REVIEW_IN_PROGRESS: good("not deployed yet"),
};

/** What the last deploy left. */
export async function checkStack(client: CloudFormationClient): Promise<Finding> {
  return await telling(async () => {
    const status = (await findStack(client, STACK_NAME))?.status;
    if (status === undefined) return good("not deployed yet");
    const known = STATES[status];
    if (known !== undefined) return { ...known, says: `${status}: ${known.says}` };
    if (status.endsWith("_IN_PROGRESS")) return problem(`${status}: wait until CloudFormation is done`);
    return good(`deployed (${status})`);
  });
}

/** What AWS has against the question is the finding. */
async function telling(find: () => Promise<Finding>): Promise<Finding> {
  try {
    return await find();
  } catch (error) {
    const says = explainAwsError(error);
    if (says === undefined) throw error;
    return problem(says);
  }
}
