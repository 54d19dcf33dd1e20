import { marksOf } from "./markup.ts";

/** Elements of HTML that have no content (HTML §13.1.2). */
const VOID: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);
/** Elements of HTML whose end tag may be left out, and those that an opening tag ends so (HTML §13.1.2.4). */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  dd: ["dd", "dt"],
  dt: ["dd", "dt"],
  li: ["li"],
  option: ["option"],
  p: ["p"],
  td: ["td", "th"],
  th: ["td", "th"],
  tr: ["td", "th", "tr"],
};
/** Inside these, as in XML, `<path/>` is a whole element. */
const FOREIGN = ["math", "svg"] as const;
const RAW_TEXT = { html: new Set(["script", "style"]), xml: new Set<string>() } as const;

/**
 * True where elements stand inside each other deeper than `limit`. Parsers, and what walks their trees, need a stack as
 * deep and a time that grows with its square; no author nests like that, so such a document is not worth parsing.
 */
export function nestsDeeperThan(limit: number, markup: string, language: "html" | "xml"): boolean {
  const open: string[] = [];
  for (const { tag, kind } of marksOf(markup, language, RAW_TEXT[language])) {
    if (tag === undefined) continue;
    if (kind === "closing") {
      const at = open.lastIndexOf(tag);
      if (at >= 0) open.length = at;
    } else if (kind === "opening" || (language === "html" && !FOREIGN.some((name) => open.includes(name)))) {
      if (language === "html" && VOID.has(tag)) continue;
      while (language === "html" && ENDS[tag]?.includes(open.at(-1) ?? "")) open.pop();
      if (open.push(tag) > limit) return true;
    }
  }
  return false;
}

/** How many tags and entities a document has at the most: each is a node of the tree, or parts one in two. */
export function marksIn(markup: string): number {
  let count = 0;
  for (let i = 0; i < markup.length; i++) {
    const sign = markup.charCodeAt(i);
    if (sign === LESS_THAN || sign === AMPERSAND) count++;
  }
  return count;
}

/** The document up to its mark number `most`: whole where it has no more. */
export function cutAfterMarks(most: number, markup: string): string {
  let count = 0;
  for (let i = 0; i < markup.length; i++) {
    const sign = markup.charCodeAt(i);
    if ((sign === LESS_THAN || sign === AMPERSAND) && ++count > most) return markup.slice(0, i);
  }
  return markup;
}

const [AMPERSAND, LESS_THAN] = [0x26, 0x3c];
