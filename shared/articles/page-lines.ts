import type { CheerioAPI } from "cheerio/slim";
import { plainLine, resolvedLine } from "../web/plain-text.ts";

/** Of all elements that a selector finds, the first few: what comes later belongs to other articles. */
const MOST_ELEMENTS = 5;
/** What holds more is a part of the page, not a line, and takes long to write down. In UTF-16 code units. */
const LONGEST = 10_000;

/** What the elements found by each selector in turn say, each on one line, none empty; looked for as they are asked for. */
export function* linesAt($: CheerioAPI, selectors: readonly string[]): Generator<string> {
  for (const selector of selectors) {
    for (const element of elementsAt($, selector).slice(0, MOST_ELEMENTS)) {
      const line = lineOf($, element);
      if (line !== "") yield line;
    }
  }
}

/** The same as `$(selector)`, without a walk through the whole page where only its head can hold what is asked for. */
export function elementsAt($: CheerioAPI, selector: string): ReturnType<CheerioAPI> {
  if (!/^(?:meta|link)\[/u.test(selector)) return $(selector);
  const known = heads.get($) ?? $("meta,link");
  heads.set($, known);
  return known.filter(selector);
}

const heads = new WeakMap<CheerioAPI, ReturnType<CheerioAPI>>();

/** The first of these lines. */
export function lineAt($: CheerioAPI, ...selectors: readonly string[]): string | undefined {
  return linesAt($, selectors).next().value ?? undefined;
}

/** What an element says: in an attribute, which is text, or in what it holds, which is markup. */
function lineOf($: CheerioAPI, element: Parameters<CheerioAPI>[0]): string {
  const found = $(element);
  const language = found.is("html") ? found.attr("lang") : undefined;
  const attribute = found.attr("content") ?? found.attr("datetime") ?? language;
  if (attribute !== undefined) return resolvedLine(attribute);
  return found.text().length > LONGEST ? "" : plainLine(found.html() ?? "");
}
