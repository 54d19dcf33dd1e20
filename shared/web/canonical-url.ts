import { createHash } from "node:crypto";
import type { FeedEntry } from "../model.ts";

/** Parameters that follow the reader, not the article. Sorted; each with who sets it. */
const TRACKING: readonly RegExp[] = [
  /^_openstat$/u, // OpenStat
  /^fbclid$/u, // Facebook
  /^gclid$/u, // Google Ads
  /^igshid$/u, // Instagram
  /^mc_(cid|eid)$/u, // Mailchimp
  /^utm_/u, // Urchin, now Google Analytics
  /^yclid$/u, // Yandex Direct
  /^ysclid$/u, // Yandex search
];

/**
 * An address in the one form we know it by: absolute http(s), host in lower case, without fragment, default port and
 * tracking parameters. Undefined when it is no web address. Nothing else is guessed: paths and the order of parameters
 * are the outlet's own.
 */
export function canonicalUrl(address: string, base?: string): string | undefined {
  const trimmed = address.trim();
  if (trimmed === "" || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  url.hash = "";
  url.username = "";
  url.password = "";
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.some((pattern) => pattern.test(name)));
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
}

/** What an entry is known by: 16 hexadecimal digits made from its address, or else its guid, or else its title. */
export function identify({ url, guid, title }: Pick<FeedEntry, "url" | "guid" | "title">): string | undefined {
  const identity = url ?? guid ?? title;
  return identity === undefined ? undefined : createHash("sha256").update(identity).digest("hex").slice(0, 16);
}
