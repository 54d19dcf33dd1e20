import * as z from "zod";
import {
  DeliveryError,
  type Fetch,
  HttpError,
  type HttpResponse,
  type Messenger,
} from "../../shared/pipeline/ports.ts";
import { SECOND } from "../../shared/time.ts";

const TIMEOUT_MS = 20 * SECOND;
/** Slack answers `ok`, Telegram the message it has made of ours. */
const MOST_BYTES = 100_000;
const HEADERS = {
  "content-type": "application/json; charset=utf-8",
  "user-agent": "Mizan/0.1 (media monitor)",
} as const;

export interface WebhookOptions {
  readonly fetch: Fetch;
  /** Rejects with a `DeliveryError` where it cannot be had. */
  readonly address: () => Promise<string>;
}

/**
 * Messages to a webhook. Who has its address can write to the chat, so it is read anew for each message, sent over TLS
 * only, and neither it nor the errors that name it are told on.
 */
export function webhook({ fetch, address }: WebhookOptions): Messenger["postMessage"] {
  return async (body) => {
    const url = URL.parse(await address());
    if (url?.protocol !== "https:") throw new DeliveryError("the webhook's address does not begin with https://");
    const request = {
      url: url.href,
      headers: HEADERS,
      body: JSON.stringify(body),
      maxBytes: MOST_BYTES,
      timeoutMs: TIMEOUT_MS,
    };
    const response = await fetch(request).catch((error: unknown) => {
      if (!(error instanceof HttpError)) throw error;
      // No cause: it names the address as well.
      throw new DeliveryError(withoutAddress(error.message, url));
    });
    if (response.status >= 200 && response.status < 300) return;
    throw new DeliveryError(`${response.status} from the webhook${explanation(response)}`);
  };
}

/** Why there was no answer, with nothing in it of where it was asked for. */
function withoutAddress(reason: string, { href, host }: URL): string {
  const told = reason.replaceAll(href, "the webhook");
  return told.includes(host) ? "no answer from the webhook" : told;
}

/** Telegram's word for what was wrong (Bot API, "Making requests"). */
const telegramError = z.object({ ok: z.literal(false), description: z.string().max(200) });
/** Slack's: `invalid_payload`, `channel_is_archived` (Slack, "Sending messages using incoming webhooks"). */
const SLACK_ERROR = /^[a-z_]{1,60}$/u;

/** What the service says was wrong, in the forms that the two have; what others answer may name the address. */
function explanation({ body }: HttpResponse): string {
  const text = new TextDecoder().decode(body);
  if (SLACK_ERROR.test(text)) return `: ${text}`;
  const { data } = telegramError.safeParse(jsonOf(text));
  return data === undefined ? "" : `: ${data.description}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
