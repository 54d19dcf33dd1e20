import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { SourceCoverage } from "../../../shared/digest/coverage.ts";
import type { EditionInput } from "../../../shared/digest/edition.ts";
import { EDITION_SCHEMA } from "../../../shared/digest/edition-schema.ts";
import type { LedgerDay } from "../../../shared/digest/ledger.ts";
import { renderHtml } from "../../../shared/digest/render-html.ts";
import { renderMarkdown } from "../../../shared/digest/render-markdown.ts";
import { silences } from "../../../shared/digest/silence.ts";
import { type PlaceArticles, placeMatches, storiesOf } from "../../../shared/digest/stories.ts";
import { surgesOf } from "../../../shared/digest/surges.ts";
import type { DigestLanguage, Match } from "../../../shared/model.ts";
import { historyBefore } from "../../support/a-history.ts";
import { aMatch, anArticle, anEdition, aSite, aSource, aWatchlist, DAY } from "../../support/an-edition.ts";

const SOURCES = [
  aSource({ id: "a", ownership: "private" }),
  aSource({ id: "b", ownership: "private", country: "UZ" }),
  aSource({ id: "c", ownership: "state", country: "UZ" }),
  aSource({ id: "d", ownership: "state" }),
  aSource({ id: "e", ownership: "foreign" }),
  aSource({ id: "f", ownership: "foreign" }),
  aSource({ id: "g", ownership: "private" }),
];

/** One article of each source, in order. */
const articles = (...sources: string[]) =>
  sources.map((source, i) =>
    aMatch({
      article: anArticle({ id: `${i}`.padStart(16, "0"), source }),
      position: { id: "p4" },
      theme: { id: "water" },
    }),
  );
const oneStory: PlaceArticles = (all) => new Map(all.map(({ id }) => [id, { story: "s" }]));
/** All on one story, all but the first reprints of the first. */
const reprinted: PlaceArticles = (all) =>
  new Map(all.map(({ id }, i) => [id, i === 0 ? { story: "s" } : { story: "s", reprintOf: all[0]?.id ?? "" }]));

/** The day before, on which the story began. */
const BEFORE: LedgerDay = {
  date: "2026-02-09",
  revision: 1,
  sources: [],
  articles: [
    {
      id: "old",
      title: "First of all",
      url: "https://a.example/old",
      source: "a",
      language: "en",
      published: "2026-02-09T05:00:00.000Z",
      story: "s",
      themes: ["water"],
      quotes: [],
    },
  ],
};

describe("stories", () => {
  test("are each article by itself where nobody groups them", () => {
    const stories = storiesOf(
      placeMatches(articles("a", "b"), () => new Map()),
      SOURCES,
    );
    expect(stories.map(({ id, sources }) => [id, sources])).toEqual([
      ["0000000000000000", 1],
      ["0000000000000001", 1],
    ]);
  });

  test("count outlets that wrote by themselves: a reprint adds none, and stands after the originals", () => {
    const [own] = storiesOf(placeMatches(articles("a", "b", "c"), oneStory), SOURCES);
    const [copied] = storiesOf(placeMatches(articles("a", "b", "c"), reprinted), SOURCES);
    expect(own).toMatchObject({ sources: 3, ownership: ["private", "state"], themes: ["water"] });
    expect(copied).toMatchObject({ sources: 1 });
    expect(copied?.articles.map(({ reprintOf }) => reprintOf)).toEqual([
      undefined,
      "0000000000000000",
      "0000000000000000",
    ]);
  });

  test("a copy whose original is not among them is an original, for what we know", () => {
    const place: PlaceArticles = (all) => new Map(all.map(({ id }) => [id, { story: "s", reprintOf: "elsewhere" }]));
    expect(storiesOf(placeMatches(articles("a", "b"), place), SOURCES)[0]?.sources).toBe(2);
  });

  test.each([
    ["three outlets of two countries, one side", oneStory, ["a", "b", "c"], 3 * 2 + 2 + 1],
    ["the same as reprints", reprinted, ["a", "b", "c"], 2 + 1 + 2 * 0.25],
    ["one article", oneStory, ["a"], 2],
  ])("are as important as their points: %s", (_, place, sources, points) => {
    expect(storiesOf(placeMatches(articles(...sources), place), SOURCES)[0]?.importance).toBe(points);
  });

  test("credit whom a text names, before the outlet that had it first", () => {
    const all = articles("a", "b", "c");
    const credited = all.map((match, i) => (i === 2 ? { ...match, credited: "Kazinform" } : match));
    const originOf = (matches: readonly Match[]) => storiesOf(placeMatches(matches, reprinted), SOURCES)[0]?.origin;
    expect(originOf(all)).toEqual({ article: "0000000000000000", name: "Steppe Post", isAgency: false });
    expect(originOf(credited)).toEqual({ article: "0000000000000000", name: "Kazinform", isAgency: true });
  });

  test("go on from days before: who had it first then, and what is printed again stays a reprint", () => {
    const place: PlaceArticles = (all) => new Map(all.map(({ id }) => [id, { story: "s", reprintOf: "old" }]));
    const [story] = storiesOf(placeMatches(articles("b", "c"), place, [BEFORE]), SOURCES, [BEFORE]);
    expect(story).toMatchObject({
      origin: { article: "old", name: "Steppe Post", isAgency: false },
      since: "2026-02-09",
      earlier: [{ id: "old", title: "First of all", day: "2026-02-09", outlet: { id: "a" } }],
      sources: 0,
      themes: ["water"],
    });
    expect(story?.articles.map(({ reprintOf }) => reprintOf)).toEqual(["old", "old"]);
    expect(story?.importance).toBe(2 + 1 + 2 * 0.25 - 1);
  });

  test("are as the published schema describes them", () => {
    const place: PlaceArticles = (all) => new Map(all.map(({ id }) => [id, { story: "s", reprintOf: "old" }]));
    const matches = articles("b", "c").map((match) => ({ ...match, credited: "Kazinform" }));
    const edition = anEdition({
      watchlist: aWatchlist({ sources: SOURCES }),
      matches,
      placeArticles: place,
      ledger: [BEFORE],
    });
    expect(edition.stories[0]).toMatchObject({ since: "2026-02-09", earlier: [{ id: "old" }] });
    const schema = z.fromJSONSchema(JSON.parse(EDITION_SCHEMA));
    expect(z.safeParse(schema, edition).error?.issues).toBeUndefined();
  });

  test("reprints do not weigh in a claim's balance", () => {
    const watchlist = aWatchlist({ sources: SOURCES });
    const p4 = (placeArticles: PlaceArticles) =>
      anEdition({ watchlist, matches: articles("a", "b", "c"), placeArticles }).dossiers[0]?.positions.find(
        ({ id }) => id === "p4",
      );
    expect(p4(oneStory)).toMatchObject({ articles: { for: 3 }, sources: { for: 3 } });
    expect(p4(reprinted)).toMatchObject({ articles: { for: 3 }, sources: { for: 1 } });
  });
});

describe("a story's line on the page", () => {
  const page = (
    matches: readonly Match[],
    placeArticles: PlaceArticles,
    language: DigestLanguage,
    changed: Partial<EditionInput> = {},
  ) => {
    const watchlist = aWatchlist({ sources: SOURCES });
    const edition = anEdition({ watchlist, matches, placeArticles, ...changed });
    const body = renderHtml(edition, aSite(edition, { languages: [language] }), language, "day");
    return body.slice(body.indexOf('<section class="themes">'), body.indexOf('<section class="coverage"'));
  };
  const named = SOURCES.map(({ id }) => id);

  test.each([
    ["ru", "Первоисточник: <bdi>TASS</bdi> (по ссылке в тексте); перепечатали: <a"],
    ["en", "First source: <bdi>TASS</bdi> (credited in the text); reprinted by: <a"],
    ["kk", "Түпдереккөз: <bdi>TASS</bdi> (мәтіндегі сілтеме бойынша); көшіріп басқандар: <a"],
    ["uz", "Birinchi manba: <bdi>TASS</bdi> (matndagi havolaga koʻra); koʻchirib bosganlar: <a"],
  ] as const)("names the agency, and whoever printed its text, in %s", (language, told) => {
    const matches = articles("a", "b", "c").map((match) => ({ ...match, credited: "TASS" }));
    const line = page(matches, reprinted, language).match(/<p class="meta chain">.*?<\/p>/u)?.[0];
    expect(line).toContain(told);
    expect(line?.match(/<a href="https:\/\/steppe-post\.example/gu)).toHaveLength(2);
  });

  test("names every outlet that wrote by itself", () => {
    expect(page(articles("a", "b", "c"), oneStory, "en")).toMatch(
      /First source: <bdi><a [^>]*>Steppe Post<\/a><\/bdi> 10:20; reported by themselves: <a [^>]*>Steppe Post<\/a>.*, <a/u,
    );
  });

  test("of an earlier day's text says whose and which day's it is", () => {
    const place: PlaceArticles = (all) => new Map(all.map(({ id }) => [id, { story: "s", reprintOf: "old" }]));
    const line = page(articles("b"), place, "en", { ledger: [BEFORE] });
    expect(line).toMatch(
      /<a href="\.\.\/story\/s\.html">0\u00a0independent outlets, 1\u00a0reprint, since 9 February<\/a>/u,
    );
    expect(line).toContain("reprinted by (<bdi>Steppe Post</bdi>, 9 February): <a");
  });

  test.each([
    ["has five of many outlets where the story has a page of its own", 1, 5],
    ["has them all while the day lasts", 0, 8],
  ])("%s", (_, revision, count) => {
    const line = page(articles("a", ...named, "a"), reprinted, "en", { revision }).match(
      /reprinted by: .*?<\/p>/u,
    )?.[0];
    expect(line?.match(/<a /gu)).toHaveLength(count);
    expect(line?.includes("and 3 more")).toBe(revision === 1);
  });

  test("of a single article is not there", () => {
    expect(page(articles("a"), oneStory, "en")).not.toContain("First source");
  });

  test("stands in Markdown as well", () => {
    const edition = anEdition({ matches: articles("a", "b", "c"), placeArticles: reprinted });
    expect(renderMarkdown(edition, aSite(edition), "en")).toMatch(
      /### Stories\n\n- \[.*\]\(.*\) · 1\u00a0independent outlet · First source: a · reprinted by: \[b\]\(.*\) .*, \[c\]/u,
    );
  });
});

describe("silence", () => {
  const heard = (...failed: string[]): SourceCoverage[] =>
    SOURCES.map(({ id, name, ownership }) => ({
      outlet: { id, name, ownership },
      state: failed.includes(id) ? "failed" : "unchanged",
      feeds: 1,
      failures: [],
      items: 1,
      matched: 0,
    }));
  test.each([
    ["one kind of outlet passed by what the others have", ["a", "b", "e"], [], ["state"]],
    ["nothing where two kinds did", ["a", "b", "g"], [], []],
    ["nothing of two outlets only", ["a", "e"], [], []],
    ["nothing of a kind of which we heard but one", ["a", "b", "e"], ["c"], []],
    ["nothing where all have it", ["a", "c", "e"], [], []],
  ])("is told: %s", (_, sources, failed, groups) => {
    const stories = storiesOf(placeMatches(articles(...sources), oneStory), SOURCES);
    expect(silences(stories, heard(...failed)).map(({ group }) => group)).toEqual(groups);
  });
});

describe("a surge", () => {
  const today = (count: number, sources: number) => [
    { id: "water", name: { ru: "", en: "" }, about: { ru: "", en: "" }, articles: count, sources, lines: [] },
  ];
  const usually = (count: number, surged: (ago: number) => boolean = () => false, days = 28) =>
    historyBefore(DAY, days, (ago) => ({
      themes: { water: [count, 1] as const },
      surges: surged(ago) ? ["water"] : [],
    }));
  test.each([
    ["five articles of three outlets where there is one a day", true, today(5, 3), usually(1)],
    ["no: four articles", false, today(4, 3), usually(0)],
    ["no: of two outlets", false, today(9, 2), usually(1)],
    ["eighteen where nine are usual: three deviations", true, today(18, 9), usually(9)],
    ["no: seventeen where nine are usual", false, today(17, 9), usually(9)],
    ["no: two days after the last", false, today(9, 5), usually(1, (ago) => ago === 1)],
    ["no: on the third day after it", false, today(9, 5), usually(1, (ago) => ago === 2)],
    ["on the fourth", true, today(9, 5), usually(1, (ago) => ago === 3)],
    ["no: before a week is known", false, today(9, 5), usually(1, undefined, 6)],
  ])("%s", (_, expected, themes, earlier) => {
    expect(surgesOf(DAY, themes, earlier).length > 0).toBe(expected);
  });

  test("says what is usual", () => {
    expect(surgesOf(DAY, today(9, 5), usually(1))).toEqual([{ theme: "water", articles: 9, sources: 5, usual: 1 }]);
  });
});
