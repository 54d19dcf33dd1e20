import { expect, test } from "vitest";
import { describeDeadLetter } from "../../../cli/cloud/describe-dead-letter.ts";

const SENT = { Attributes: { SentTimestamp: String(Date.UTC(2026, 1, 10, 7, 30)) } };

test.each([
  [
    "from a queue: where its failure is told",
    { ...SENT, MessageId: "id-1", Body: '{"item":"a"}' },
    '2026-02-10 07:30 UTC  {"item":"a"}\n    the function\'s log tells: filter messageId = "id-1"',
  ],
  [
    "of a call that failed: whose it was, and its error",
    {
      ...SENT,
      Body: JSON.stringify({
        requestContext: {
          condition: "RetriesExhausted",
          functionArn: "arn:aws:lambda:eu-central-1:123456789012:function:Mizan-Publish:$LATEST",
        },
        requestPayload: { Records: [] },
        responsePayload: { errorType: "Error", errorMessage: "no watchlist is active", trace: [] },
      }),
    },
    '2026-02-10 07:30 UTC  Mizan-Publish {"Records":[]}\n    Error: no watchlist is active',
  ],
  [
    "of a call that timed out: how it ended",
    { ...SENT, Body: JSON.stringify({ requestContext: { condition: "EventAgeExceeded" }, requestPayload: 1 }) },
    "2026-02-10 07:30 UTC  1\n    EventAgeExceeded: ",
  ],
  [
    "of a call that was never made: of whom, and why not",
    {
      ...SENT,
      Body: "not JSON",
      MessageAttributes: {
        TARGET_ARN: {
          DataType: "String",
          StringValue: "arn:aws:lambda:eu-central-1:123456789012:function:Mizan-Polls",
        },
        ERROR_CODE: { DataType: "String", StringValue: "AccessDenied" },
        ERROR_MESSAGE: { DataType: "String", StringValue: "not authorized to invoke" },
      },
    },
    "2026-02-10 07:30 UTC  Mizan-Polls not JSON\n    AccessDenied: not authorized to invoke",
  ],
])("a dead letter %s", (_, message, told) => expect(describeDeadLetter(message)).toBe(told));
