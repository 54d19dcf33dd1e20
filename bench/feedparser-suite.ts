import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type FeedOrigin, type FeedResult, parseFeed } from "../shared/feeds/parse-feed.ts";
import type { FeedEntry } from "../shared/model.ts";
import { decodeText } from "../shared/web/decode-text.ts";
import { parseDate } from "../shared/web/parse-date.ts";
import { type Expectation, expectationsOf } from "../test/support/feedparser-expectations.ts";
import { compareText, type Miss, type SuiteScore } from "./suite-score.ts";

/** Where feedparser's tests serve their files from, so that relative addresses come out as they expect. */
const SERVER = "http://127.0.0.1:8097/";
/** Where a feed has only one text of an entry, feedparser gives it under both names; Mizan keeps it once. */
const ONE_TEXT = "summary";

/** Reads all files of feedparser's suite, and holds those to their `Expect:` comments that are about what Mizan keeps. */
export async function judgeFeedparser(folder: string): Promise<SuiteScore & { readonly files: number }> {
  const files = globSync("**/*.xml", { cwd: folder }).toSorted();
  const misses: Miss[] = [];
  let [total, withoutMarkup] = [0, 0];
  for (const file of files) {
    const bytes = readFileSync(join(folder, file));
    const comments = commentsOf(bytes);
    const result = await parseFeed(bytes, originOf(comments, file));
    for (const expectation of expectationsOf(/^\s*Expect:\s*(.*?)\s*$/mu.exec(comments)?.[1] ?? "")) {
      total++;
      const found = valueIn(result, expectation);
      const verdict = compare(expectation, found);
      if (verdict === "without-markup") withoutMarkup++;
      if (verdict === undefined)
        misses.push({ file, field: expectation.field, expected: String(expectation.value), found });
    }
  }
  return { files: files.length, total, withoutMarkup, misses };
}

/** A file's text, well enough to read its comments, which are in UTF-8 or in the file's own charset. */
function commentsOf(bytes: Uint8Array): string {
  const utf8 = new TextDecoder().decode(bytes);
  return utf8.includes("Expect:") ? utf8 : decodeText(bytes, undefined, "xml").text;
}

/** What the `Header:` comments say the server answers. */
function originOf(comments: string, file: string): FeedOrigin {
  const lines = [...comments.matchAll(/^\s*Header:\s*([\w-]+):\s*(.*?)\s*$/gmu)];
  const headers = new Map(lines.map(([, name = "", value = ""]) => [name.toLowerCase(), value]));
  const url = `${SERVER}${file}`;
  const location = headers.get("content-location") ?? "";
  const contentType = headers.get("content-type");
  return {
    url: /^(?:https?:|\/)/u.test(location) ? new URL(location, url).href : url,
    timeZone: "UTC",
    ...(contentType === undefined ? {} : { contentType }),
  };
}

function valueIn(result: FeedResult, { field, entry }: Expectation): string {
  if (!result.ok) return "";
  if (entry === undefined) return result.feed.title ?? "";
  const found: FeedEntry = result.feed.entries[entry] ?? {};
  if (field === "id") return found.guid ?? "";
  return found[field] ?? (field === ONE_TEXT ? found.content : undefined) ?? "";
}

/** Dates by their instant, one that is expected as it was written read by our own reader; addresses sign by sign. */
function compare({ field, value }: Expectation, found: string): ReturnType<typeof compareText> {
  if (field === "title" || field === "summary" || field === "content") return compareText(String(value), found);
  if (field === "link" || field === "id") return found === value ? "as-written" : undefined;
  const instant = typeof value === "number" ? new Date(value * 1_000).toISOString() : parseDate(value, "UTC");
  return found === instant ? "as-written" : undefined;
}
