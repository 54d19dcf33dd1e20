import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildEdition } from "../../../shared/digest/edition.ts";
import { END_STATES, type Item, type ItemState, type PollTally } from "../../../shared/model.ts";
import { aDay, aMatch, anArticle, anItem, aSource, aTally, aWatchlist } from "../../support/an-edition.ts";

const STATES: readonly ItemState[] = [...END_STATES, "waiting"];
const NOTHING = { matches: [], items: [], polls: [], problems: [] };

function positionIn(changed: Parameters<typeof aDay>[0], id = "p4") {
  const edition = buildEdition(aDay({ ...NOTHING, ...changed }));
  const position = edition.dossiers.flatMap(({ positions }) => positions).find((candidate) => candidate.id === id);
  if (position === undefined) throw new Error(`no position ${id}`);
  return position;
}

function sourceIn(changed: Parameters<typeof aDay>[0], id = "steppe-post") {
  const { sources } = buildEdition(aDay({ ...NOTHING, ...changed })).coverage;
  return sources.find(({ outlet }) => outlet.id === id);
}

describe("sums", () => {
  const items = fc.array(
    fc
      .record({ state: fc.constantFrom(...STATES), source: fc.constantFrom("steppe-post", "dala-habar", "unwatched") })
      .map((changed) => anItem(changed)),
    { maxLength: 60 },
  );

  test("the states of a day, and the items of its sources, sum exactly to the items seen", () => {
    fc.assert(
      fc.property(items, (seen: readonly Item[]) => {
        const { coverage, counts } = buildEdition(aDay({ items: seen }));
        const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(total(Object.values(coverage.states))).toBe(seen.length);
        expect(total(coverage.sources.map((source) => source.items))).toBe(seen.length);
        expect(total(coverage.sources.map(({ matched }) => matched))).toBe(counts.matched);
        expect(coverage.items).toBe(seen.length);
      }),
    );
  });

  test("for and against are added up over the positions", () => {
    const { counts, dossiers } = buildEdition(aDay());
    const positions = dossiers.flatMap((dossier) => dossier.positions);
    expect(counts.for).toBe(positions.reduce((sum, { articles }) => sum + articles.for, 0));
    expect(counts).toMatchObject({ items: 75, matched: 15, articles: 15, for: 8, against: 4, mentions: 2 });
  });
});

describe("the same inputs give the same bytes", () => {
  const day = aDay();
  const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });

  test("in whatever order they come", () => {
    const expected = JSON.stringify(buildEdition(day));
    const inputs = fc.record({
      matches: shuffled(day.matches),
      items: shuffled(day.items),
      polls: shuffled(day.polls),
      problems: shuffled(day.problems),
    });
    fc.assert(
      fc.property(inputs, (changed) => {
        expect(JSON.stringify(buildEdition({ ...day, ...changed }))).toBe(expected);
      }),
      { numRuns: 50 },
    );
  });

  test.each<[string, Partial<PollTally>, Partial<PollTally>]>([
    ["how often a feed brought news", { fetched: 1, unchanged: 0 }, { fetched: 7, unchanged: 200 }],
    ["how often it was asked in vain", { fetched: 0, unchanged: 1 }, { fetched: 0, unchanged: 96 }],
    ["a failure it has recovered from", { failed: 0 }, { failed: 3 }],
    [
      "how often it failed",
      { last: "failing", failed: 1, reason: "503" },
      { last: "failing", failed: 9, reason: "503" },
    ],
    ["how many items a poll took to bring", { newItems: 1 }, { newItems: 5 }],
  ])("%s does not matter", (_, one, other) => {
    expect(buildEdition(aDay({ polls: [aTally(one)] }))).toEqual(buildEdition(aDay({ polls: [aTally(other)] })));
  });

  test("when an item was first seen, tried or listed does not matter", () => {
    const early = aDay({ items: [anItem({ firstSeen: "2026-02-10T01:00:00.000Z" })] });
    const late = aDay({
      items: [anItem({ firstSeen: "2026-02-10T18:00:00.000Z", attempts: 2, feed: "https://other.example/" })],
    });
    expect(buildEdition(early)).toEqual(buildEdition(late));
  });
});

describe("evidence", () => {
  const SENTENCE = "The border was opened.";
  const from = (source: string, changed: Partial<ReturnType<typeof anArticle>> = {}) =>
    anArticle({ id: source.padEnd(16, "0"), source, title: `As ${source} has it`, text: SENTENCE, ...changed });

  test("one sentence in several outlets is one line that names them all, the strongest first", () => {
    const { evidence, articles } = positionIn({
      matches: [
        aMatch({ article: from("dala-habar"), position: { id: "p4", quote: SENTENCE, confidence: 0.6 } }),
        aMatch({
          article: from("steppe-post"),
          position: { id: "p4", quote: SENTENCE, confidence: 0.8, speaker: "a minister" },
        }),
      ],
    });
    expect(articles).toEqual({ for: 2, against: 0, mentions: 0 });
    expect(evidence).toHaveLength(1);
    expect(evidence[0]).toMatchObject({ quote: SENTENCE, relation: "for", confidence: 0.8, speaker: "a minister" });
    expect(evidence[0]?.articles.map(({ outlet }) => outlet.name)).toEqual(["Steppe Post", "Дала хабар"]);
  });

  test("the same sentence with another relation is another line", () => {
    const { evidence } = positionIn({
      matches: [
        aMatch({ article: from("dala-habar"), position: { id: "p4", quote: SENTENCE, relation: "mentions" } }),
        aMatch({ article: from("steppe-post"), position: { id: "p4", quote: SENTENCE, relation: "against" } }),
      ],
    });
    expect(evidence.map(({ relation }) => relation)).toEqual(["against", "mentions"]);
  });

  test("goes by relation, confidence, time of publication (undated last), outlet and id", () => {
    const line = (title: string, confidence: number, changed: Partial<ReturnType<typeof anArticle>>) => ({
      article: anArticle({ id: title.padEnd(16, "0"), title, ...changed }),
      confidence,
    });
    const { published: _, ...undated } = anArticle({ id: "f".repeat(16), title: "f" });
    const rows = [
      line("a", 0.9, { published: "2026-02-01T00:00:00.000Z" }),
      line("b", 0.7, { published: "2026-02-10T02:00:00.000Z" }),
      line("c", 0.7, { published: "2026-02-10T01:00:00.000Z", source: "astana-tynysy", id: "z".repeat(16) }),
      line("d", 0.7, { published: "2026-02-10T01:00:00.000Z", source: "dala-habar" }),
      line("e", 0.7, { published: "2026-02-10T01:00:00.000Z", source: "dala-habar" }),
      { article: undated, confidence: 0.7 },
    ];
    const matches = rows.map(({ article, confidence }) =>
      aMatch({ article, position: { id: "p4", quote: article.title, confidence } }),
    );
    const { evidence } = positionIn({ matches: matches.toReversed() });
    expect(evidence.map(({ quote }) => quote)).toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  test("carries what a reader should know of the article", () => {
    const { published: _, ...undated } = anArticle({
      text: SENTENCE,
      source: "unwatched",
      dateProblem: "future",
      textFrom: "feed",
      pageProblem: "503 from https://…",
      revision: 2,
    });
    const { evidence } = positionIn({
      matches: [aMatch({ article: undated, position: { id: "p4", quote: SENTENCE } })],
    });
    expect(evidence[0]?.articles[0]).toEqual({
      id: undated.id,
      title: undated.title,
      url: undated.url,
      outlet: { id: "unwatched", name: "unwatched" },
      language: "en",
      dateProblem: "future",
      textFrom: "feed",
      pageProblem: "503 from https://…",
      revision: 2,
    });
  });

  test("of an article and its corrections on one day only the latest speaks", () => {
    const first = from("steppe-post", { id: "00000000000000aa" });
    const second = { ...first, id: "00000000000000aa~2", revision: 2, text: "The border was closed." };
    const { evidence, articles } = positionIn({
      matches: [
        aMatch({ article: second, position: { id: "p4", relation: "against", quote: second.text } }),
        aMatch({ article: first, position: { id: "p4", quote: SENTENCE } }),
      ],
    });
    expect(articles).toEqual({ for: 0, against: 1, mentions: 0 });
    expect(evidence.map(({ quote }) => quote)).toEqual(["The border was closed."]);
  });
});

describe("sections", () => {
  test("stand in the dossier's order, those without news included", () => {
    const [dossier] = buildEdition(aDay(NOTHING)).dossiers;
    expect(dossier?.positions.map(({ id }) => id)).toEqual(["p1", "p2", "p4", "p5", "p10", "p11", "p12"]);
    expect(dossier?.positions[2]).toMatchObject({
      question: { id: "q2", about: { en: "What to expect of the council of regions" } },
      evidence: [],
    });
  });

  test("a theme shows each article's best sentence under the article's own confidence", () => {
    const match = aMatch({ theme: { id: "water", confidence: 0.6 } });
    const [water] = match.judgement.themes;
    if (water === undefined) throw new Error("the match has no theme");
    const better = { field: "text" as const, start: 0, end: 11, quote: "Five states", confidence: 0.9 };
    const judgement = { ...match.judgement, themes: [{ ...water, evidence: [...water.evidence, better] }] };
    const [dossier] = buildEdition(aDay({ ...NOTHING, matches: [{ ...match, judgement }] })).dossiers;
    const section = dossier?.themes.find(({ id }) => id === "water");
    expect(section).toMatchObject({ articles: 1, lines: [{ quote: "Five states", confidence: 0.6 }] });
  });

  test("articles judged by another version of the watchlist are counted", () => {
    const matches = [
      aMatch({ watchlist: "0ld0ld0ld0ld" }),
      ...["b", "c"].map((id) => aMatch({ article: anArticle({ id }) })),
    ];
    expect(buildEdition(aDay({ matches })).counts.judgedByOther).toBe(1);
  });

  test.each([
    ["https://example.org/mizan", "example.org"],
    ["desk@media.example", "media.example"],
    ["ask the front desk", "mizan.invalid"],
  ])("the contact %j makes %s the publisher", (contact, publisher) => {
    const { monitor } = aWatchlist();
    const watchlist = aWatchlist({ monitor: { ...monitor, polling: { ...monitor.polling, contact } } });
    expect(buildEdition(aDay({ watchlist })).publisher).toBe(publisher);
  });
});

describe("coverage", () => {
  test.each<[string, readonly PollTally[]]>([
    ["fetched", [aTally()]],
    ["unchanged", [aTally({ fetched: 0 })]],
    ["failed", [aTally({ last: "failing", reason: "503" })]],
    ["empty", [aTally({ last: "empty" })]],
    ["undated", [aTally({ last: "undated" })]],
    ["stale", [aTally({ last: "stale" })]],
    ["redirected", [aTally({ last: "redirected" })]],
    ["blocked", [aTally({ last: "blocked", reason: "403" })]],
    ["gone", [aTally({ last: "gone", reason: "410" })]],
    ["not-polled", []],
  ])("a source can be %s", (state, polls) => {
    expect(sourceIn({ polls })?.state).toBe(state);
  });

  test("a source with several feeds fails when one of them does, and says which", () => {
    const feeds = ["https://steppe-post.example/a", "https://steppe-post.example/b"];
    const polls = [
      aTally({ feed: "https://steppe-post.example/a" }),
      aTally({ feed: "https://steppe-post.example/b", last: "failing", reason: "404 from b" }),
    ];
    expect(sourceIn({ polls, watchlist: aWatchlist({ sources: [aSource({ feeds })] }) })).toMatchObject({
      state: "failed",
      feeds: 2,
      failures: [{ feed: "https://steppe-post.example/b", reason: "404 from b" }],
    });
  });

  test("a source that is no longer watched does not disappear", () => {
    const items = [anItem({ source: "unwatched", state: "gone" })];
    expect(sourceIn({ items }, "unwatched")).toMatchObject({ state: "not-polled", items: 1, matched: 0 });
  });

  test("problems are told once each, in order, and failed polls with their source", () => {
    const read = { source: "b", stage: "read" as const, reason: "403" };
    const problems = [read, { ...read, source: "a" }, { ...read, times: 4 }, { ...read, stage: "poll" as const }];
    expect(buildEdition(aDay({ problems })).coverage.problems).toEqual([{ ...read, source: "a" }, read]);
  });
});
