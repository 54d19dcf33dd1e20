import type { Message } from "@aws-sdk/client-sqs";
import { z } from "zod";

/** What Lambda sends of a call that failed for good (AWS Lambda developer guide, "Destinations"). */
const failedCall = z.object({
  requestContext: z.object({ condition: z.string(), functionArn: z.string().optional() }),
  requestPayload: z.unknown(),
  responsePayload: z.object({ errorType: z.string().optional(), errorMessage: z.string().optional() }).optional(),
});

/** One dead letter in lines: since when, what it says, and why it failed as far as that is known. */
export function describeDeadLetter({ MessageId = "", Body = "", Attributes, MessageAttributes }: Message): string {
  const sent = Number(Attributes?.SentTimestamp);
  const since = Number.isFinite(sent) ? `${new Date(sent).toISOString().slice(0, 16).replace("T", " ")} UTC` : "";
  const call = failedCall.safeParse(jsonOf(Body));
  const [said, called, reason] = call.success
    ? [JSON.stringify(call.data.requestPayload), call.data.requestContext.functionArn, reasonOf(call.data)]
    : [Body, MessageAttributes?.TARGET_ARN?.StringValue, undeliveredReason(MessageAttributes)];
  // Whatever came by way of a queue is told by the function that could not handle it, under the message's id.
  const why = reason ?? `the function's log tells: filter messageId = "${MessageId}"`;
  return `${since}  ${called === undefined ? "" : `${functionNameOf(called)} `}${said}\n    ${why}`;
}

/** `arn:aws:lambda:<region>:<account>:function:<name>`, sometimes with a version behind it. */
function functionNameOf(arn: string): string {
  return arn.split(":")[6] ?? arn;
}

function reasonOf({ requestContext: { condition }, responsePayload }: z.infer<typeof failedCall>): string {
  const { errorType = condition, errorMessage = "" } = responsePayload ?? {};
  return `${errorType}: ${errorMessage}`;
}

/** EventBridge and its Scheduler say why they could not call (EventBridge Scheduler user guide, "dead-letter queue"). */
function undeliveredReason(attributes: Message["MessageAttributes"]): string | undefined {
  const code = attributes?.ERROR_CODE?.StringValue;
  return code === undefined ? undefined : `${code}: ${attributes?.ERROR_MESSAGE?.StringValue ?? ""}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a message need not be JSON
  }
}
