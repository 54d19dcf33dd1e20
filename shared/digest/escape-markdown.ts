import { safeHref } from "./escape.ts";
import { oneLine } from "./one-line.ts";

/**
 * ASCII punctuation that Markdown may read as more than itself (CommonMark 0.31 §2.4), GFM's `~` and `|` among it. A
 * hyphen inside a word means nothing and stays as it is.
 */
const ACTIVE = /[\\`*_{}[\]<>()#+!|~&$^=]|(?<![\p{L}\p{N}])-|-(?![\p{L}\p{N}])/gu;
/** What GFM would make a link of by itself: an address, a host, a mail address. */
const AUTOLINK = /(?<=https?|ftp|mailto|xmpp):|(?<=www)\.|@/giu;
/** A list number at the beginning of what becomes a line. */
const NUMBERED = /^(\d+)([.)])/u;

/** Text from outside as one line of Markdown that means nothing but itself, raw HTML and automatic links included. */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(ACTIVE, "\\$&").replace(AUTOLINK, "\\$&").replace(NUMBERED, "$1\\$2");
}

/** A link, or the bare text where the address is not one to follow. */
export function markdownLink(text: string, address: string): string {
  const href = safeHref(address);
  const label = escapeMarkdown(text);
  // Between angle brackets nothing ends an address but `>` or a line end, and both are percent-encoded in it.
  return href === undefined ? label : `[${label}](<${href.replace(/[<>\\]/gu, encodeURIComponent)}>)`;
}
