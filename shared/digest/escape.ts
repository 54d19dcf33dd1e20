/** Markup that is safe to send as it is: made by {@link html} only. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template. `undefined`, `false` and an empty list leave nothing behind. */
export type Part = string | number | false | undefined | Markup | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that neither XML 1.0 §2.2 nor HTML allow in text: controls but tab and line ends, and non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu;

/**
 * HTML or XML from a template in which every value is escaped unless it is markup made by this same function. Values
 * may stand in text and inside double-quoted attributes, nowhere else; addresses go through {@link safeHref} first.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.map((text, i) => text + (i < parts.length ? render(parts[i]) : "")).join("") };
}

function render(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "string") return escapeText(part);
  if (typeof part === "number") return String(part);
  return "markup" in part ? part.markup : part.map(render).join("");
}

/** Text made safe for an element or a quoted attribute of HTML or XML; what no document may contain is dropped. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, "")
    .replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}

/** The address if a reader may follow it (http or https, absolute), normalised; else undefined, and it is not a link. */
export function safeHref(address: string): string | undefined {
  const url = URL.parse(address);
  return url?.protocol === "https:" || url?.protocol === "http:" ? url.href : undefined;
}
