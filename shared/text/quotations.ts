import type { Span } from "./sentences.ts";

/** Marks that open a quotation, with those that may close it: «Так», “so”, „so“, "so". */
const CLOSING: Readonly<Record<string, string>> = { "«": "»", "“": "”", "„": "“”", '"': '"' };
const MARK = /["«»“”„]|\n\s*\n/gu;
/** A quotation longer than this was never closed. In UTF-16 code units. */
const LONGEST = 3_000;

/** The quotations of `text`, outermost ones, with their marks, in order. None reaches over a blank line. */
export function findQuotations(text: string): Span[] {
  const quotations: Span[] = [];
  let open: { readonly start: number; readonly closing: string; readonly mark: string } | undefined;
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const closing = CLOSING[mark];
    if (open !== undefined && (mark.startsWith("\n") || index - open.start > LONGEST)) open = undefined;
    if (open === undefined) {
      if (closing !== undefined) open = { start: index, closing, mark };
      depth = 0;
    } else if (open.closing.includes(mark)) {
      if (depth === 0) {
        quotations.push({ start: open.start, end: index + mark.length });
        open = undefined;
      } else depth--;
    } else if (mark === open.mark) depth++;
  }
  return quotations;
}
