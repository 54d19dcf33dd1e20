import type { Delivery } from "../../shared/model.ts";
import { DeliveryError, type Email, type Messenger } from "../../shared/pipeline/ports.ts";

export const EMAIL = {
  from: "mizan@example.org",
  to: ["chief@example.org", "analyst@readers.example"],
  language: "ru",
} as const satisfies Delivery["email"];

export const TELEGRAM = {
  format: "telegram",
  chat: "-1001234567890",
  language: "en",
} as const satisfies Delivery["webhook"];

/** A messenger that keeps what it is given, and refuses whom it is told to. */
export function noteTaker() {
  const emails: Email[] = [];
  const messages: Readonly<Record<string, unknown>>[] = [];
  /** Readers' addresses, or `webhook`. */
  const refusing = new Set<string>();
  const refuse = (to: string) => {
    if (refusing.has(to)) throw new DeliveryError("MessageRejected from SES", { cause: new Error(`not to ${to}`) });
  };
  const messenger: Messenger = {
    sendEmail: async (email) => {
      refuse(email.to);
      emails.push(email);
    },
    postMessage: async (body) => {
      refuse("webhook");
      messages.push(body);
    },
  };
  return { messenger, emails, messages, refusing };
}
