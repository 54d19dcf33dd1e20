import { SESv2Client } from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { sesEmail } from "../../../functions/aws/ses-email.ts";
import { type Answer, serveTiny, type TinyServer } from "../../support/a-tiny-server.ts";
import { ACCOUNT } from "../../support/embedded-aws.ts";

const LETTER = {
  from: "mizan@example.org",
  to: "analyst@example.org",
  subject: "Мизан, 10 февраля 2026: 8 за, 4 против",
  text: "Ўзбекистон · Қазақстан 🌊\n",
  html: "<p>«Ўзбекистон»</p>",
};
const refusal = (type: string, message: string): Answer => ({
  status: 400,
  headers: { "content-type": "application/json", "x-amzn-errortype": type },
  body: JSON.stringify({ message }),
});

let server: TinyServer;
let client: SESv2Client;
let answer: () => Answer | undefined;
beforeAll(async () => {
  server = await serveTiny(() => answer());
  client = new SESv2Client({ ...ACCOUNT, endpoint: server.endpoint });
});
beforeEach(() => {
  server.asked.length = 0;
  answer = () => ({ headers: { "content-type": "application/json" }, body: JSON.stringify({ MessageId: "0100" }) });
});
afterAll(() => {
  client.destroy();
  server.close();
});

test("a letter is one signed request, to one reader, both forms in UTF-8", async () => {
  await sesEmail(client)(LETTER);
  const [asked, ...others] = server.asked;
  expect(others).toEqual([]);
  expect(asked).toMatchObject({ method: "POST", path: "/v2/email/outbound-emails" });
  expect(asked?.headers.authorization).toContain("/eu-central-1/ses/aws4_request");
  const utf8 = (Data: string) => ({ Data, Charset: "UTF-8" });
  expect(JSON.parse(asked?.body ?? "")).toEqual({
    FromEmailAddress: LETTER.from,
    Destination: { ToAddresses: [LETTER.to] },
    Content: {
      Simple: { Subject: utf8(LETTER.subject), Body: { Text: utf8(LETTER.text), Html: utf8(LETTER.html) } },
    },
  });
});

test("a refusal is told by its name, and in the log by all that SES says, addresses included", async () => {
  answer = () => refusal("MessageRejected", `Email address is not verified: ${LETTER.to}`);
  const failed = sesEmail(client)(LETTER);
  await expect(failed).rejects.toMatchObject({ name: "DeliveryError", message: "MessageRejected from SES" });
  await expect(failed).rejects.toHaveProperty("cause.message", `Email address is not verified: ${LETTER.to}`);
  expect(server.asked).toHaveLength(1);
});

test("a right that is missing is a refusal as well", async () => {
  answer = () => ({ ...refusal("AccessDeniedException", `not authorized: identity/${LETTER.to}`), status: 403 });
  await expect(sesEmail(client)(LETTER)).rejects.toThrow(/^AccessDeniedException from SES$/u);
});

test("what comes too fast is sent again", async () => {
  answer = () => {
    answer = () => ({ body: JSON.stringify({ MessageId: "0101" }) });
    return { ...refusal("TooManyRequestsException", "Maximum sending rate exceeded."), status: 429 };
  };
  await sesEmail(client)(LETTER);
  expect(server.asked).toHaveLength(2);
});

test("silence is given up after ten seconds", async () => {
  answer = () => undefined;
  const passed = new AbortController();
  const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(passed.signal);
  const failed = sesEmail(client)(LETTER);
  await vi.waitUntil(() => server.asked.length > 0);
  passed.abort();
  await expect(failed).rejects.toThrow(/^no answer within 10 s from SES$/u);
  expect(timeout).toHaveBeenCalledExactlyOnceWith(10_000);
  timeout.mockRestore();
});
