import { type SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import type { Messenger } from "../../shared/pipeline/ports.ts";
import { deliveryCall } from "./delivery-call.ts";

/** Letters through SES, which makes MIME of them: both forms, in UTF-8. */
export function sesEmail(client: SESv2Client): Messenger["sendEmail"] {
  return async ({ from, to, subject, text, html }) => {
    const command = new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) } } },
    });
    await deliveryCall("SES", async (options) => await client.send(command, options));
  };
}

function utf8(text: string) {
  return { Data: text, Charset: "UTF-8" };
}
