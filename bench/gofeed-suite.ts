import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parseFeed } from "../shared/feeds/parse-feed.ts";
import { compareText, type Miss, type SuiteScore } from "./suite-score.ts";

const line = z.string().optional();

/** An entry as gofeed gives it: of RSS, of Atom, of JSON Feed, or in its common form. */
const entrySchema = z.object({
  title: line,
  link: line,
  url: line,
  links: z.array(z.union([z.string(), z.object({ href: line, rel: line })])).optional(),
  publishedParsed: line,
  pubDateParsed: line,
  date_published: line,
  updatedParsed: line,
  date_modified: line,
});
const pairSchema = z.object({ items: z.array(entrySchema).optional(), entries: z.array(entrySchema).optional() });

const FIELDS = ["title", "link", "published", "updated"] as const;

/** `total` counts what one of the two has; `fields` also what both say is absent. */
export interface GofeedScore extends SuiteScore {
  readonly pairs: number;
  readonly fields: number;
}

/** Holds titles, links and dates of every entry of gofeed's feeds to the JSON beside each. */
export async function judgeGofeed(folder: string): Promise<GofeedScore> {
  const misses: Miss[] = [];
  let [total, withoutMarkup, pairs, fields] = [0, 0, 0, 0];
  for (const file of globSync("**/*.{xml,json}", { cwd: folder }).toSorted()) {
    const expected = expectedOf(join(folder, file));
    if (expected === undefined) continue;
    pairs++;
    const result = await parseFeed(readFileSync(join(folder, file)), { url: "https://a.example/", timeZone: "UTC" });
    const entries = result.ok ? result.feed.entries : [];
    for (const [i, entry] of expected.entries()) {
      for (const field of FIELDS) {
        fields++;
        const [wanted = "", found = ""] = [entry[field], entries[i]?.[field]];
        if (wanted === "" && found === "") continue;
        total++;
        const verdict = field === "title" ? compareText(wanted, found) : wanted === found ? "as-written" : undefined;
        if (verdict === "without-markup") withoutMarkup++;
        if (verdict === undefined) misses.push({ file, field, expected: wanted, found });
      }
    }
  }
  return { pairs, fields, total, withoutMarkup, misses };
}

type Expected = Partial<Record<(typeof FIELDS)[number], string | undefined>>;

/** What is expected of a feed; undefined where the file is none of a pair. */
function expectedOf(file: string): Expected[] | undefined {
  const beside = file.endsWith(".xml") ? file.replace(/xml$/u, "json") : file.replace(/\.json$/u, "_expected.json");
  if (!existsSync(beside)) return undefined;
  const { items, entries } = pairSchema.parse(JSON.parse(readFileSync(beside, "utf8")));
  return (items ?? entries ?? []).map((entry) => ({
    title: entry.title,
    link: entry.link ?? entry.url ?? alternateOf(entry),
    published: toSecond(entry.publishedParsed ?? entry.pubDateParsed ?? entry.date_published),
    updated: toSecond(entry.updatedParsed ?? entry.date_modified),
  }));
}

function alternateOf({ links = [] }: z.infer<typeof entrySchema>): string | undefined {
  const alternate = links.find((link) => typeof link === "object" && (link.rel ?? "alternate") === "alternate");
  return typeof alternate === "object" ? alternate.href : undefined;
}

function toSecond(date: string | undefined): string | undefined {
  return date === undefined ? undefined : new Date(Math.floor(Date.parse(date) / 1_000) * 1_000).toISOString();
}
