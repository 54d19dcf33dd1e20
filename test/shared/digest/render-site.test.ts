import { gzipSync } from "node:zlib";
import RssParser from "rss-parser";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Edition, EditionInput } from "../../../shared/digest/edition.ts";
import { renderEditionPages, renderEditionPictures, renderSharedPages } from "../../../shared/digest/render-site.ts";
import type { SiteContext } from "../../../shared/digest/site.ts";
import { aMatch, anArticle, anEdition, aSite, DAY } from "../../support/an-edition.ts";
import { textOf } from "../../support/page-text.ts";

const NOTHING = { matches: [], items: [], polls: [], problems: [] };

function pagesOf(edition: Edition, site: SiteContext) {
  return [
    ...renderEditionPages(edition, site),
    ...renderEditionPictures(edition, site),
    ...renderSharedPages([edition], site),
  ];
}

function siteOf(changed: Partial<EditionInput> = {}, site: Partial<SiteContext> = {}): Record<string, string> {
  const edition = anEdition(changed);
  const pages = pagesOf(edition, aSite(edition, site));
  return Object.fromEntries(pages.filter(({ key }) => !key.endsWith(".png")).map((page) => [page.key, textOf(page)]));
}

describe("the site", () => {
  test("has every page in each language, the first under the plain names", () => {
    const edition = anEdition();
    const keys = pagesOf(edition, aSite(edition)).map(({ key }) => key);
    expect(keys.toSorted()).toEqual(
      [
        `${DAY}/balance.en.png`,
        `${DAY}/balance.png`,
        `${DAY}/digest.en.md`,
        `${DAY}/digest.json`,
        `${DAY}/digest.md`,
        `${DAY}/index.en.html`,
        `${DAY}/index.html`,
        `${DAY}/matches.csv`,
        "archive.en.html",
        "archive.html",
        "edition.schema.json",
        "feed.en.json",
        "feed.en.xml",
        "feed.json",
        "feed.xml",
        "gathered.css",
        "icon.svg",
        "index.en.html",
        "index.html",
        "print.css",
        "style.css",
      ].toSorted(),
    );
    expect(siteOf({}, { languages: ["en"] })[`${DAY}/index.html`]).toContain('<html lang="en">');
  });

  test("an older edition published again leaves the front page alone", () => {
    const edition = anEdition();
    const later = { date: "2026-02-11", revision: 1, items: 1, matched: 0, for: 0, against: 0 };
    const archive = [...aSite(edition).archive, later];
    expect(siteOf({}, { archive })).not.toHaveProperty("index.html");
  });

  test("a day that is not over leaves the front page to the last finished one, and takes it only where there is none", () => {
    const soFar = { revision: 0 };
    const yesterday = { date: "2026-02-09", revision: 1, items: 1, matched: 0, for: 0, against: 0 };
    const today = { ...yesterday, date: DAY, revision: 0 };
    expect(siteOf(soFar, { archive: [today, yesterday] })).not.toHaveProperty("index.html");
    expect(siteOf(soFar, { archive: [today] })).toHaveProperty("index.html");
  });

  test("the same edition gives the same bytes, whatever the archive's order", () => {
    const edition = anEdition();
    const archive = aSite(edition).archive.toReversed();
    expect(siteOf({}, { archive })).toEqual(siteOf());
  });

  test("digest.json is the edition itself", () => {
    expect(JSON.parse(siteOf()[`${DAY}/digest.json`] ?? "")).toEqual(anEdition());
  });
});

describe("the page", () => {
  const page = (changed?: Partial<EditionInput>, key = `${DAY}/index.en.html`) => siteOf(changed)[key] ?? "";

  test.each([
    ["is silent about its first revision", 1, /role="note"/u, false],
    [
      "says of a correction that it is one, and where the earlier is",
      3,
      /revision 3.*href="revision-2-index\.en\.html"/u,
      true,
    ],
    ["says of a day that lasts that this is what there is so far", 0, /The day is not over/u, true],
  ])("%s", (_, revision, text, expected) => {
    expect(text.test(page({ revision }))).toBe(expected);
  });

  test("the front page finds the earlier revision in its day's folder", () => {
    expect(page({ revision: 2 }, "index.html")).toContain(`href="${DAY}/revision-1-index.html"`);
  });

  test("names the language of every quotation", () => {
    const quotations = page().match(/<blockquote[^>]*>/gu) ?? [];
    expect(quotations.length).toBeGreaterThan(8);
    for (const tag of quotations) expect(tag).toMatch(/ lang="(ru|en|kk|uz|ky|tg|tk)"/u);
  });

  test("of a usual day weighs little: as sent, and as it stands in a folder", () => {
    const site = siteOf();
    const files = ["index.html", "style.css", "icon.svg"].map((key) => Buffer.from(site[key] ?? ""));
    expect(files.reduce((sum, file) => sum + file.byteLength, 0)).toBeLessThan(60_000);
    expect(files.reduce((sum, file) => sum + gzipSync(file).byteLength, 0)).toBeLessThan(16_000);
  });

  test("stands with the interview that is its measure, and names whoever is quoted on a side", () => {
    const body = page();
    expect(body).toContain('<span class="label">Measured by</span> Vladimir Paramonov, political scientist, Tashkent.');
    const voices = body.match(/<section class="voices">[\s\S]*?<\/section>/u)?.[0] ?? "";
    expect(voices).toContain('<bdi lang="uz">Равшан Қодиров</bdi>');
  });

  test("says so where a claim has no wording in its language", () => {
    const body = siteOf({}, { languages: ["ru", "kk"] })[`${DAY}/index.kk.html`] ?? "";
    expect(body).toContain('<html lang="kk">');
    expect(body).toContain('<h2><span lang="ru">Союз Казахстана и Узбекистана</span></h2>');
  });

  test("folds claims without news into one list", () => {
    const silent = page().match(/<details class="silent">[\s\S]*?<\/details>/u)?.[0];
    expect(silent).toContain("2\u00a0claims nobody spoke to today");
    expect(silent?.match(/<li/gu)).toHaveLength(2);
  });

  test("keeps the second and later lines of a side one tap away, but never a single one", () => {
    const matches = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        aMatch({
          article: anArticle({ id: `${i}`, title: `Headline ${i}` }),
          position: { id: "p4", quote: `Headline ${i}` },
        }),
      );
    expect(page({ matches: matches(2) })).not.toContain('class="more"');
    expect(page({ matches: matches(6) })).toContain(
      '<p class="more"><a href="../position/p4/2026-02.en.html#day-2026-02-10">5\u00a0more quotations for</a>',
    );
    expect(page({ matches: matches(6), revision: 0 })).toContain("<summary>5\u00a0more quotations for</summary>");
  });

  test("of very many articles one bar stands for all, and stays within the chart", () => {
    const matches = Array.from({ length: 300 }, (_, i) =>
      aMatch({ article: anArticle({ id: `${i}`.padStart(16, "0"), source: `outlet-${i}` }), position: { id: "p4" } }),
    );
    const bars = [...page({ matches }).matchAll(/<path class="for" d="M([\d.]+) 10h([\d.]+)"/gu)];
    expect(bars).toHaveLength(1);
    expect(Number(bars[0]?.[1]) + Number(bars[0]?.[2])).toBeLessThanOrEqual(76);
  });

  test.each(["date in the future", "feed text only", "corrected by the outlet", "undated"])(
    "shows a reader: %s",
    (flag) => {
      const text = flag === "date in the future" ? "dated in the future, not believed" : flag;
      expect(page()).toContain(`<span class="flag">${text}`);
    },
  );

  test("forbids scripts and strangers by policy, and has no inline style", () => {
    for (const [key, body] of Object.entries(siteOf()).filter(([name]) => name.endsWith(".html"))) {
      expect(body, key).toContain(`content="default-src &#39;none&#39;; style-src &#39;self&#39;`);
      expect(body, key).not.toMatch(/<script|<style| style="| on[a-z]+="/u);
    }
  });

  test("an empty day says so and is a whole page", () => {
    const body = page(NOTHING);
    expect(body).toContain("No article today spoke to any of the claims.");
    expect(body).toContain("7\u00a0claims nobody spoke to today");
    expect(body.trimEnd()).toMatch(/<\/html>$/u);
  });
});

describe("a link to the page, where it is shown", () => {
  const address = "https://d1.cloudfront.net/news/";
  /** What the page says of itself by Open Graph. */
  const told = (body = "") =>
    Object.fromEntries(
      [...body.matchAll(/property="og:([^"]+)" content="([^"]*)"/gu)].map(([, name, value]) => [name, value]),
    );

  test("has whole addresses, and a picture that is there, in the page's language", () => {
    const edition = anEdition();
    const site = aSite(edition, { address });
    const keys = [...renderEditionPictures(edition, site)].map(({ key }) => `${address}${key}`);
    const whole = siteOf({}, { address });
    expect(told(whole[`${DAY}/index.en.html`])).toMatchObject({
      title: "10 February 2026",
      site_name: "Mizan",
      type: "article",
      locale: "en_GB",
      url: `${address}${DAY}/index.en.html`,
      image: `${address}${DAY}/balance.en.png`,
      "image:width": "1200",
      "image:height": "630",
      "image:alt": "The day in the balance: 8\u00a0for · 4\u00a0against",
    });
    expect(told(whole["index.html"])).toMatchObject({ type: "website", url: `${address}index.html` });
    for (const key of [`${DAY}/index.html`, `${DAY}/index.en.html`, "index.html"])
      expect(keys).toContain(told(whole[key]).image);
    expect(whole["archive.html"]).not.toContain("og:image");
  });

  test.each([
    ["ru", "ru_RU"],
    ["en", "en_GB"],
    ["kk", "kk_KZ"],
    ["uz", "uz_UZ"],
  ] as const)("names the language as Open Graph does: %s", (language, locale) => {
    expect(told(siteOf({}, { languages: [language] })["index.html"]).locale).toBe(locale);
  });

  test("has no address where nobody knows one, as in a folder", () => {
    for (const [key, body] of Object.entries(siteOf()).filter(([name]) => name.endsWith(".html"))) {
      expect(Object.keys(told(body)).toSorted(), key).toEqual(["description", "locale", "site_name", "title", "type"]);
      expect(body, key).not.toContain("twitter:");
    }
    expect(siteOf()[`${DAY}/index.html`]).toContain('<a href="balance.png">PNG</a>');
    expect(siteOf()["index.html"]).toContain(`<a href="${DAY}/balance.png">PNG</a>`);
  });
});

describe("the feeds", () => {
  const address = "https://d1.cloudfront.net/";

  test("name whole addresses where the site's is known, and what they are known by stays as it was", () => {
    const [known, unknown] = [siteOf({}, { address }), siteOf()];
    const links = [...(known["feed.en.xml"] ?? "").matchAll(/href="([^"]+)"/gu)].map(([, href]) => href);
    expect(links).toEqual(
      [
        "feed.en.xml",
        "index.en.html",
        ...["10", "09", "08"].map((day) => `2026-02-${day}/index.en.html`),
        "2026-01-31/index.en.html",
      ].map((key) => `${address}${key}`),
    );
    const json = JSON.parse(known["feed.json"] ?? "");
    expect(json).toMatchObject({ home_page_url: `${address}index.html`, feed_url: `${address}feed.json` });
    expect(json.items.map(({ url }: { url: string }) => url)).toContain(`${address}${DAY}/index.html`);
    for (const feed of ["feed.xml", "feed.json"]) expect(known[feed]?.replaceAll(address, "")).toBe(unknown[feed]);
  });

  test("are valid: ids that are addresses and unlike each other, dates of RFC 3339, a feed that names itself", () => {
    const atom = siteOf({}, { address })["feed.xml"] ?? "";
    const ids = [...atom.matchAll(/<id>([^<]+)<\/id>/gu)].map(([, id = ""]) => id);
    expect(new Set(ids).size).toBe(5);
    for (const id of ids) expect(URL.canParse(id)).toBe(true);
    for (const [, date] of atom.matchAll(/<updated>([^<]+)<\/updated>/gu))
      expect(z.iso.datetime().safeParse(date).success, date).toBe(true);
    expect(atom).toContain(`<link rel="self" type="application/atom+xml" href="${address}feed.xml"/>`);
    const jsonFeed = z.strictObject({
      version: z.literal("https://jsonfeed.org/version/1.1"),
      title: z.string(),
      home_page_url: z.url(),
      feed_url: z.url(),
      description: z.string(),
      language: z.string(),
      authors: z.array(z.strictObject({ name: z.string() })),
      items: z.array(
        z.strictObject({
          id: z.string(),
          url: z.url(),
          title: z.string(),
          content_text: z.string().min(1),
          date_published: z.iso.datetime(),
          date_modified: z.iso.datetime(),
        }),
      ),
    });
    expect(jsonFeed.parse(JSON.parse(siteOf({}, { address })["feed.en.json"] ?? "")).items).toHaveLength(4);
  });
});

describe("the feed", () => {
  const hostile: SiteContext["title"] = { ru: `Мизан </title><script> & "<" \u0000`, en: "Mizan" };

  test("is Atom that a reader's program can read, an entry an edition, newest first", async () => {
    const feed = await new RssParser().parseString(siteOf()["feed.xml"] ?? "");
    expect(feed.title).toBe("Мизан");
    expect(feed.items.map(({ link }) => link)).toEqual([
      "2026-02-10/index.html",
      "2026-02-09/index.html",
      "2026-02-08/index.html",
      "2026-01-31/index.html",
    ]);
    expect(feed.items[0]).toMatchObject({
      id: "tag:example.org,2026:mizan/ru/2026-02-10",
      title: "10 февраля 2026",
      isoDate: "2026-02-10T19:00:00.000Z",
    });
    expect(feed.items[0]?.summary).toContain("8 за тезисы · 4 против");
  });

  test("stays well-formed whatever the site is called", async () => {
    const feed = await new RssParser().parseString(siteOf({}, { title: hostile })["feed.xml"] ?? "");
    expect(feed.title).toBe(`Мизан </title><script> & "<" `);
  });

  test.each([
    [0, "2026-02-09T19:00:00.000Z"],
    [1, "2026-02-10T19:00:00.000Z"],
    [3, "2026-02-10T19:00:02.000Z"],
  ])("revision %i of a day is dated %s: later than the one before, and by no clock", async (revision, date) => {
    const feed = await new RssParser().parseString(siteOf({ revision })["feed.en.xml"] ?? "");
    expect(feed.items[0]?.isoDate).toBe(date);
  });
});

describe("the JSON Feed", () => {
  test("has the same entries as the Atom feed, under the same ids", async () => {
    const feed = JSON.parse(siteOf()["feed.en.json"] ?? "");
    const atom = await new RssParser().parseString(siteOf()["feed.en.xml"] ?? "");
    expect(feed).toMatchObject({ version: "https://jsonfeed.org/version/1.1", title: "Mizan", language: "en" });
    expect(feed.items.map(({ id }: { id: string }) => id)).toEqual(atom.items.map(({ id }) => id));
    expect(feed.items[0]).toMatchObject({ url: "2026-02-10/index.en.html", title: "10 February 2026" });
  });
});

describe("the table", () => {
  const article = anArticle({ title: '=HYPERLINK("http://a.example")', text: 'He said "no", twice,\nand left.' });
  const matches = [aMatch({ article, position: { id: "p4", quote: article.text, speaker: "@SUM(1)" } })];
  const table = siteOf({ matches })[`${DAY}/matches.csv`] ?? "";

  test("begins with a byte order mark, and has a row for each article of a quotation", () => {
    expect(table).toMatch(/^\u{feff}date,dossier,position,/u);
    const lines = anEdition().dossiers.flatMap(({ positions }) => positions.flatMap(({ evidence }) => evidence));
    const rows = lines.flatMap(({ articles }) => articles).length;
    expect(siteOf()[`${DAY}/matches.csv`]?.trimEnd().split("\r\n")).toHaveLength(1 + rows);
  });

  test("quotes what RFC 4180 asks to be quoted, and makes a formula text", () => {
    expect(table).toContain('"He said ""no"", twice,\nand left."');
    expect(table).toContain(`"'=HYPERLINK(""http://a.example"")"`);
    expect(table).toContain(",'@SUM(1),");
  });
});

describe("the schema", () => {
  const schema = z.fromJSONSchema(JSON.parse(siteOf()["edition.schema.json"] ?? ""));

  test.each([
    ["a busy day", {}],
    ["an empty one", NOTHING],
    ["a correction", { revision: 3 }],
  ])("describes %s", (_, changed) => {
    expect(z.safeParse(schema, JSON.parse(siteOf(changed)[`${DAY}/digest.json`] ?? "")).error?.issues).toBeUndefined();
  });

  test("has no room for anything else", () => {
    expect(z.safeParse(schema, { ...anEdition(), more: 1 }).success).toBe(false);
    expect(z.safeParse(schema, { ...anEdition(), counts: {} }).success).toBe(false);
  });
});

describe("the Markdown", () => {
  test("tells the same as the page", () => {
    const text = siteOf()[`${DAY}/digest.en.md`] ?? "";
    expect(text).toMatch(
      /^# Mizan: Tuesday, 10 February 2026\n\nSeen.*\n\n\*\*75\*\* items seen · \*\*15\*\* on our themes/u,
    );
    expect(text).toContain(
      "#### Direct contact between regional heads solves border, transit and logistics problems in practice",
    );
    expect(text).toContain("- **against** (confidence 80%) · Said by: Равшан Қодиров");
    expect(text).toContain("- **Равшан Қодиров** against: Direct contact");
    expect(text).toContain("| **Total** | 75 |");
    expect(text).toContain("Каспийский маяк: failed, 503 from https\\://kaspiy-mayak.example/rss.xml");
  });

  test("text from outside cannot become structure", () => {
    const article = anArticle({ title: "x](http://a.example) <b>\n# Heading", text: "- item\n\n# Heading *bold*" });
    const matches = [aMatch({ article, position: { id: "p4", quote: article.text } })];
    const text = siteOf({ matches })[`${DAY}/digest.md`] ?? "";
    expect(text).toContain("  > \\- item \\# Heading \\*bold\\*\n");
    expect(text).toContain(
      "[x\\]\\(http\\://a.example\\) \\<b\\> \\# Heading](<https://steppe-post.example/water/canal>)",
    );
  });
});

describe("the archive", () => {
  test("is a calendar of all editions, newest month first, with how many spoke for and against", () => {
    const page = siteOf()["archive.en.html"] ?? "";
    expect(page.match(/<caption>[^<]*</gu)).toEqual(["<caption>February 2026<", "<caption>January 2026<"]);
    const days = [...page.matchAll(/<td class="edition"><a href="([^"]+)" aria-label="([^"]+)"/gu)];
    expect(days.map(([, href]) => href)).toEqual(
      ["2026-02-08", "2026-02-09", "2026-02-10", "2026-01-31"].map((date) => `${date}/index.en.html`),
    );
    expect(days[1]?.[2]?.replaceAll("\u00a0", " ")).toBe(
      "Monday, 9 February 2026, corrected, 1,204 articles, 11 for, 9 against",
    );
  });

  test("begins its weeks on Monday, and has each day of a month once", () => {
    const page = siteOf()["archive.html"] ?? "";
    const [february = ""] = page.match(/<caption>февраль 2026[\s\S]*?<\/table>/gu) ?? [];
    expect(february.match(/<abbr title="[^"]+"/gu)?.[0]).toBe('<abbr title="понедельник"');
    const dates = [...february.matchAll(/datetime="([^"]+)"/gu)].map(([, date]) => date);
    expect(dates).toEqual(Array.from({ length: 28 }, (_, i) => `2026-02-${String(i + 1).padStart(2, "0")}`));
    // The first of February 2026 was a Sunday.
    expect(february).toMatch(/<tr>(?:<td><\/td>){6}<td><time datetime="2026-02-01">/u);
  });

  test("is a page even before the first edition", () => {
    expect(siteOf({}, { archive: [] })["archive.en.html"]).toContain("No editions yet.");
  });
});
