import type { Edition } from "../digest/edition.ts";
import type { PublishedAt } from "../digest/published-at.ts";
import { renderEmail } from "../digest/render-email.ts";
import { renderMessage } from "../digest/render-message.ts";
import type { Delivery, Webhook } from "../model.ts";
import type { Messenger } from "./ports.ts";

/** One way to one reader or one chat. */
export interface Channel {
  /** What marks know it by: `email:analyst@example.org`, `webhook:slack`. */
  readonly name: string;
  /** What a published problem calls it: no reader is named there. */
  readonly kind: "delivery by e-mail" | "delivery by webhook";
  /** Rejects with a `DeliveryError`. */
  send(edition: Edition): Promise<void>;
}

/** The channels that the watchlist asks for. */
export function deliveryChannels(
  { email, webhook }: Delivery,
  site: PublishedAt,
  messenger: Messenger,
): readonly Channel[] {
  return [
    ...(email === undefined ? [] : letters(email, site, messenger)),
    ...(webhook === undefined ? [] : [chat(webhook, site, messenger)]),
  ];
}

/**
 * Every address is a channel of its own: readers do not learn of each other, one that is refused holds up no other, and
 * a letter that failed is not sent again to those who have it.
 */
function letters(
  { from, to, language }: NonNullable<Delivery["email"]>,
  site: PublishedAt,
  messenger: Messenger,
): readonly Channel[] {
  return [...new Set(to)].map((address) => ({
    name: `email:${address}`,
    kind: "delivery by e-mail",
    send: async (edition) => {
      await messenger.sendEmail({ from, to: address, ...renderEmail(edition, site, language) });
    },
  }));
}

function chat(webhook: Webhook, site: PublishedAt, messenger: Messenger): Channel {
  return {
    name: webhook.format === "telegram" ? `webhook:telegram:${webhook.chat}` : "webhook:slack",
    kind: "delivery by webhook",
    send: async (edition) => {
      await messenger.postMessage(renderMessage(edition, site, webhook));
    },
  };
}
