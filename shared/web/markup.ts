/**
 * The marks of HTML and XML one by one, for what must stay linear however broken or hostile a document is: a parser
 * builds a tree, and a tree can be deep. Nothing is read twice, and what begins without an end ends with the document.
 */
const NAME = { html: /[a-z][^\s/>]*/iuy, xml: /[^\s/>!?][^\s/>]*/uy } as const;
/** The end of a tag, or the beginning of a quotation in it: only behind an equals sign (HTML §13.2.5.36). */
const TAG_STOP = />|=\s*(["'])/gu;

/** A tag, a comment, a declaration; or a whole element that is passed over. In UTF-16 code units. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Name of the tag in small letters; absent where it is no tag. */
  readonly tag?: string;
  readonly kind?: "opening" | "closing" | "empty";
}

/** The marks of a document in order. Elements named in `unread` are one mark each, with all that is in them. */
export function* marksOf(markup: string, language: "html" | "xml", unread: ReadonlySet<string>): Generator<Mark> {
  for (let at = markup.indexOf("<"); at !== -1; ) {
    const mark = markAt(markup, at, language, unread);
    if (mark !== undefined) yield mark;
    at = markup.indexOf("<", mark?.end ?? at + 1);
  }
}

function markAt(
  markup: string,
  start: number,
  language: "html" | "xml",
  unread: ReadonlySet<string>,
): Mark | undefined {
  if (markup.startsWith("<!--", start)) return { start, end: after("-->", markup, start + 2) };
  if (language === "xml" && markup.startsWith("<![CDATA[", start)) return { start, end: after("]]>", markup, start) };
  const sign = markup.charAt(start + 1);
  if (sign === "!" || sign === "?") return { start, end: after(">", markup, start) };
  const name = NAME[language];
  name.lastIndex = start + (sign === "/" ? 2 : 1);
  const tag = name.exec(markup)?.[0].toLowerCase();
  if (tag === undefined) return undefined;
  const end = endOfTag(markup, name.lastIndex);
  if (sign === "/") return { start, end, tag, kind: "closing" };
  if (markup.charAt(end - 2) === "/") return { start, end, tag, kind: "empty" };
  return unread.has(tag) ? { start, end: endOfElement(tag, markup, end) } : { start, end, tag, kind: "opening" };
}

function after(sign: string, markup: string, from: number): number {
  const at = markup.indexOf(sign, from);
  return at === -1 ? markup.length : at + sign.length;
}

function endOfTag(markup: string, from: number): number {
  for (let at = from; ; ) {
    TAG_STOP.lastIndex = at;
    const stop = TAG_STOP.exec(markup);
    if (stop === null) return markup.length;
    at = TAG_STOP.lastIndex;
    const quotation = stop[1];
    if (quotation === undefined) return at;
    at = after(quotation, markup, at);
  }
}

function endOfElement(tag: string, markup: string, from: number): number {
  const closing = new RegExp(`</${tag}(?=[\\s/>])`, "giu");
  closing.lastIndex = from;
  return closing.exec(markup) === null ? markup.length : after(">", markup, closing.lastIndex);
}
