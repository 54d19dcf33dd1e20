import { describe, expect, test } from "vitest";
import type { SourceCoverage } from "../../../shared/digest/coverage.ts";
import { silences } from "../../../shared/digest/silence.ts";
import { type PlaceArticles, placeMatches, storiesOf } from "../../../shared/digest/stories.ts";
import { surgesOf } from "../../../shared/digest/surges.ts";
import { historyBefore } from "../../support/a-history.ts";
import { aMatch, anArticle, anEdition, aSource, aWatchlist, DAY } from "../../support/an-edition.ts";

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
