/** How well main texts are found, on pages of scrapinghub's article-extraction-benchmark, beside plain Readability. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { z } from "zod";
import { readPage } from "../shared/articles/read-page.ts";
import { corpusPath } from "./corpus.ts";
import { overlapOf, type TextScore, textScore } from "./shingles.ts";

export interface TruePage {
  readonly url: string;
  readonly bytes: Uint8Array;
  /** The article's text, as a person marked it. */
  readonly text: string;
}

/** Pages read before the time is taken, so that neither pays for compiling both. */
const WARM_UP = 20;

const truths = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string() }));

/** The captured pages with their true texts; undefined where they are not there. */
export function truePages(): TruePage[] | undefined {
  const folder = corpusPath("pages/extraction");
  if (folder === undefined) return undefined;
  const all = truths.parse(JSON.parse(readFileSync(join(folder, "ground-truth.json"), "utf8")));
  return Object.entries(all).map(([id, { articleBody, url }]) => ({
    url,
    bytes: gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))),
    text: articleBody,
  }));
}

/** The main text as Mizan reads it; empty where it reads none. */
export function ourText({ bytes, url }: TruePage): string {
  const page = readPage(bytes, { url, timeZone: "UTC" });
  return "text" in page ? page.text : "";
}

/** The main text as Readability gives it. */
function plainReadability({ bytes }: TruePage): string {
  const { document } = parseHTML(new TextDecoder().decode(bytes));
  return new Readability(document).parse()?.textContent ?? "";
}

/** Holds the texts found against the true ones, page by page. */
export function scoreTexts(pages: readonly TruePage[], found: readonly string[]): TextScore {
  return textScore(pages.map(({ text }, i) => overlapOf(text, found[i] ?? "")));
}

/** Prints both scores, and pages a second of processor time, which other processes hardly change. */
export function benchExtraction(row: (name: string, value: string) => void): void {
  const pages = truePages();
  if (pages === undefined) return;
  for (const [name, extract] of [
    ["Mizan", ourText],
    ["Readability as it is", plainReadability],
  ] as const) {
    pages.slice(0, WARM_UP).map(extract);
    const before = process.cpuUsage();
    const found = pages.map(extract);
    const { user, system } = process.cpuUsage(before);
    const { precision, recall, f1 } = scoreTexts(pages, found);
    row(`main text, ${name} (${pages.length} pages), F1`, f1.toFixed(3));
    row("  precision, recall", `${precision.toFixed(3)}, ${recall.toFixed(3)}`);
    row("  pages a second of one core", `${(pages.length / ((user + system) / 1e6)).toFixed(1)} /s`);
  }
}
