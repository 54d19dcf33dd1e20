import { createHash } from "node:crypto";
import type { FeedEntry } from "../model.ts";

/** Parameters that follow the reader, not the article. Sorted; each with who sets it. */
const TRACKING: readonly RegExp[] = [
  /^_ga$|^_gl$/u, // Google Analytics, across domains
  /^_openstat$/u, // OpenStat
  /^[dg]clid$|^gclsrc$|^gad_source$|^[gw]braid$|^srsltid$/u, // Google Ads
  /^fbclid$|^fb_(action_ids|action_types|comment_id|ref|source)$/u, // Facebook
  /^igsh(id)?$/u, // Instagram
  /^mc_(cid|eid)$/u, // Mailchimp
  /^mkt_tok$/u, // Marketo
  /^msclkid$/u, // Microsoft Advertising
  /^mtm_/u, // Matomo
  /^twclid$/u, // X, formerly Twitter
  /^utm_/u, // Urchin, now Google Analytics
  /^yclid$|^ymclid$/u, // Yandex Direct
  /^ysclid$/u, // Yandex search
];

/**
 * An address in the one form we know it by: absolute http(s), host in lower case, without fragment, default port and
 * tracking parameters, escapes in capitals (RFC 3986 §6.2.2.1). Undefined when it is no web address. Nothing else is
 * guessed: paths, the order of parameters and how they are escaped are the outlet's own.
 */
export function canonicalUrl(address: string, base?: string): string | undefined {
  const written = address.trim().replaceAll("&amp;", "&"); // escaped once too often, as feeds do
  if (written === "" || !URL.canParse(written, base)) return undefined;
  const url = new URL(written, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  url.hash = "";
  url.username = "";
  url.password = "";
  const parameters = url.search.slice(1).split("&");
  url.search = parameters.filter((parameter) => !isTracking(parameter)).join("&");
  return url.href.replace(/%[\da-f]{2}/giu, (octet) => octet.toUpperCase());
}

function isTracking(parameter: string): boolean {
  const [name = ""] = parameter.toLowerCase().replaceAll("%5f", "_").split("=", 1);
  return TRACKING.some((pattern) => pattern.test(name));
}

/**
 * What an entry is known by: 16 hexadecimal digits made from its address, or else its guid or its title in that feed, for
 * `4711` is an entry of many feeds.
 */
export function identify(
  { url, guid, title }: Pick<FeedEntry, "url" | "guid" | "title">,
  feed: string,
): string | undefined {
  const named = guid ?? title;
  const identity = url ?? (named === undefined ? undefined : `${feed} ${named}`);
  return identity === undefined ? undefined : createHash("sha256").update(identity).digest("hex").slice(0, 16);
}
