import { extractFromJson, extractFromXml } from "@extractus/feed-extractor";
import feedme from "feedme";
import { parseFeed as parseWithFeedsmith } from "feedsmith";
import { HtmlValidate } from "html-validate";
import RssParser from "rss-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { localeOf } from "../../../shared/digest/locale.ts";
import type { SitePage } from "../../../shared/digest/site.ts";
import { parseFeed } from "../../../shared/feeds/parse-feed.ts";
import { DIGEST_LANGUAGES } from "../../../shared/model.ts";
import { aSiteInMemory, firstTwoAlike } from "../../support/a-site.ts";
import { aDay, DAY } from "../../support/an-edition.ts";
import { textOf } from "../../support/page-text.ts";

/** The HTML standard, and what assistive technology asks for. */
const validator = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });

let pages: readonly SitePage[];
beforeAll(async () => {
  const site = aSiteInMemory({
    languages: DIGEST_LANGUAGES,
  });
  for (const day of ["2026-02-09", DAY]) {
    await site.find(day, { matches: firstTwoAlike(aDay().matches) });
    await site.publish(day);
  }
  await site.publish("2026-02-11", true);
  site.store.close();
  pages = site.pages();
});
const bodyOf = (key: string) => textOf(pages.find((page) => page.key === key));

describe("HTML", () => {
  test("of every page is valid", async () => {
    const kinds = pages.filter(({ key }) => /^(?:[^/]*|2026-02-1[01]\/.*|\w+\/[^/]*(?:\/[^/]*)?)\.html$/u.test(key));
    expect(kinds.length).toBeGreaterThan(100);
    expect(kinds.map(({ key }) => key)).toContainEqual(expect.stringMatching(/^story\//u));
    const found: string[] = [];
    for (const page of kinds) {
      const { key } = page;
      const { results } = await validator.validateString(textOf(page));
      for (const { ruleId, message, line } of results.flatMap(({ messages }) => messages))
        found.push(`${key}:${line} ${ruleId}: ${message}`);
    }
    expect([...new Set(found)].slice(0, 20)).toEqual([]);
  });
});

describe.each(DIGEST_LANGUAGES)("feeds in %s", (language) => {
  const own = (name: string, kind: string) => (language === "ru" ? `${name}.${kind}` : `${name}.${language}.${kind}`);
  const titles = ["2026-02-11", DAY, "2026-02-09"].map((day) => localeOf(language, "Asia/Tashkent").date(day));
  const dates = ["2026-02-10T19:00:00.000Z", "2026-02-10T19:00:00.000Z", "2026-02-09T19:00:00.000Z"];

  test("are Atom for four parsers besides our own", async () => {
    const xml = bodyOf(own("feed", "xml"));
    const rss = await new RssParser().parseString(xml);
    expect(rss.items.map(({ title }) => title)).toEqual(titles);
    expect(rss.items.map(({ isoDate }) => isoDate)).toEqual(dates);
    expect(parseWithFeedsmith(xml)).toMatchObject({
      format: "atom",
      feed: { entries: titles.map((value, i) => ({ title: { value }, updated: dates[i] })) },
    });
    expect(extractFromXml(xml).entries).toMatchObject(titles.map((title, i) => ({ title, published: dates[i] })));
    expect(readWithFeedMe(xml)).toMatchObject({
      type: "atom",
      items: titles.map((title, i) => ({ title, updated: dates[i] })),
    });
    expect(await readOurselves(xml, "application/atom+xml")).toEqual(titles.map(spaced));
  });

  test("are JSON Feed for three parsers besides our own", async () => {
    const json = bodyOf(own("feed", "json"));
    expect(extractFromJson(json).entries).toMatchObject(titles.map((title, i) => ({ title, published: dates[i] })));
    expect(readWithFeedMe(json)).toMatchObject({
      type: "json",
      items: titles.map((title, i) => ({ title, date_modified: dates[i] })),
    });
    expect(parseWithFeedsmith(json)).toMatchObject({
      format: "json",
      feed: { language, items: titles.map((title, i) => ({ title, date_modified: dates[i] })) },
    });
    expect(await readOurselves(json, "application/feed+json")).toEqual(titles.map(spaced));
  });
});

/** As our own parser reads a title: on one line, with plain spaces. */
function spaced(title: string): string {
  return title.replaceAll("\u00a0", " ");
}

/** What the package exports is the class itself, whatever its types say. */
const FeedMe = feedme as unknown as typeof feedme.default;

function readWithFeedMe(text: string) {
  const parser = new FeedMe(true);
  parser.write(text);
  return parser.done();
}

async function readOurselves(text: string, contentType: string) {
  const origin = { url: "https://mizan.example/feed", contentType, timeZone: "Asia/Tashkent" };
  const result = await parseFeed(new TextEncoder().encode(text), origin);
  return result.ok ? result.feed.entries.map(({ title }) => title) : result;
}
