import type { Webhook } from "../model.ts";
import { escapeText, safeHref } from "./escape.ts";
import { oneLine } from "./one-line.ts";

/** How one service marks up a message. What these make is safe to send; what they take is text from anywhere. */
export interface MessageMarks {
  /** UTF-16 code units of a whole message. */
  readonly longest: number;
  text(text: string): string;
  bold(text: string): string;
  /** On a line of its own. */
  quote(text: string): string;
  link(address: string, text: string): string;
}

/** An address that is longer tells nothing to a reader, and would crowd out the quotations. */
const LONGEST_ADDRESS = 500;

export const MESSAGE_MARKS: Readonly<Record<Webhook["format"], MessageMarks>> = {
  slack: {
    // "For best results, limit the number of characters in the text field to 4,000" (Slack, chat.postMessage).
    longest: 4_000,
    text: slackText,
    bold: (text) => `*${slackText(text)}*`,
    quote: (text) => `>${slackText(text)}`,
    link: (address, text) => {
      const href = shortHref(address);
      return href === undefined
        ? slackText(text)
        : `<${slackEntities(href.replaceAll("|", "%7C"))}|${slackText(text)}>`;
    },
  },
  telegram: {
    // "1-4096 characters after entities parsing" (Bot API, sendMessage); counted here with the marks, which is less.
    longest: 4_096,
    text: telegramText,
    bold: (text) => `<b>${telegramText(text)}</b>`,
    quote: (text) => `<blockquote>${telegramText(text)}</blockquote>`,
    link: (address, text) => {
      const href = shortHref(address);
      return href === undefined ? telegramText(text) : `<a href="${escapeText(href)}">${telegramText(text)}</a>`;
    },
  },
};

/** Slack knows an escape for these three only (Slack, "Formatting text for app surfaces", "Escaping text"). */
function slackEntities(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Marks of mrkdwn that have no escape, and characters that look alike and mean nothing. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  "*": "\u2217", // asterisk operator
  _: "\u02cd", // modifier letter low macron
  "`": "\u02cb", // modifier letter grave accent
  "~": "\u223c", // tilde operator
};
/** A colon that could begin the name of an emoji, `:name:`; the ratio sign looks like one. */
const EMOJI_COLON = /:(?=[\w'+-]+:)/gu;

function slackText(text: string): string {
  const inert = oneLine(text)
    .replace(/[*_`~]/gu, (mark) => LOOKALIKES[mark] ?? mark)
    .replace(EMOJI_COLON, "\u2236");
  return slackEntities(inert);
}

/** A name that Telegram would notify (`@name`): the word joiner between the two is not seen, and parts them. */
const MENTION = /@(?=\w)/gu;

function telegramText(text: string): string {
  return escapeText(oneLine(text).replace(MENTION, "@\u2060"));
}

function shortHref(address: string): string | undefined {
  const href = safeHref(address);
  return href !== undefined && href.length <= LONGEST_ADDRESS ? href : undefined;
}
