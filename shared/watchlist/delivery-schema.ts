import * as z from "zod";
import { type Delivery, DIGEST_LANGUAGES, type DigestLanguage, MESSAGE_FORMATS, type Webhook } from "../model.ts";

/** One after the other they are written to in the minutes that publishing has. */
const MOST_RECIPIENTS = 20;

const email = z.email("write one e-mail address, such as analyst@example.org");
const language = z.enum(DIGEST_LANGUAGES);

/** Bot API, sendMessage, `chat_id`: "unique identifier for the target chat or username of the target channel". */
const chat = z
  .string()
  .regex(
    /^(-?\d+|@\w+)$/u,
    'write the chat\'s number, "-1001234567890", or a channel\'s name, "@channel", in quotation marks',
  );

const webhook = z
  .strictObject({ format: z.enum(MESSAGE_FORMATS), chat: chat.exactOptional(), language })
  .transform(({ format, chat, language }, context): Webhook => {
    if (format === "telegram" && chat !== undefined) return { format, chat, language };
    if (format === "slack" && chat === undefined) return { format, language };
    const message =
      format === "telegram"
        ? "the number of the chat that the bot writes to, in quotation marks"
        : "remove it: the address of a Slack webhook knows its channel";
    context.issues.push({ code: "custom", path: ["chat"], message, input: chat });
    return z.NEVER;
  });

/** Where a finished day's digest is sent besides being published. */
export const deliverySchema = z
  .strictObject({
    email: z
      .strictObject({
        from: email,
        to: z.array(email).min(1).max(MOST_RECIPIENTS),
        language,
      })
      .exactOptional(),
    webhook: webhook.exactOptional(),
  })
  .refine((delivery) => Object.keys(delivery).length > 0, "write email, webhook or both below it, or remove it");

/** A digest is sent in a language in which it is published: the letter leads to its page. */
export function checkDeliveryLanguages(
  { languages, deliver = {} }: { readonly languages: readonly DigestLanguage[]; readonly deliver?: Delivery },
  context: z.RefinementCtx,
): void {
  for (const [channel, { language }] of Object.entries(deliver)) {
    if (languages.includes(language)) continue;
    const message = `write one of the digest's languages, ${languages.join(", ")}, or add it to languages above`;
    context.addIssue({ code: "custom", path: ["deliver", channel, "language"], message });
  }
}
