import { describe, expect, test } from "vitest";
import { z } from "zod";
import { EDITION_SCHEMA } from "../../../shared/digest/edition-schema.ts";
import type { LedgerDay } from "../../../shared/digest/ledger.ts";
import { renderHtml } from "../../../shared/digest/render-html.ts";
import { renderMarkdown } from "../../../shared/digest/render-markdown.ts";
import type { Article, Match, Relation } from "../../../shared/model.ts";
import { aMatch, anArticle, anEdition, aSite, DAY } from "../../support/an-edition.ts";

const DAY_BEFORE = "2026-02-09";
const DAY_AFTER = "2026-02-11";
const NOTHING = { items: [], polls: [], problems: [] };

/** One text of an article: what it says to p4, where it says anything. */
function text(id: string, title: string, relation: Relation | undefined, changed: Partial<Article> = {}): Match {
  const revision = Number(id.split("~")[1] ?? 1);
  const article = anArticle({ id, title, text: `${title}.`, revision, ...changed });
  return relation === undefined
    ? aMatch({ article })
    : aMatch({ article, position: { id: "p4", relation }, theme: { id: "borders-transit" } });
}

const correcting = (match: Match, id: string, day: string): Match => ({ ...match, corrects: { id, day } });
const OLD = text("a", "The queue is gone", "for");
const NEW = correcting(text("a~2", "The queue is still there", "against", { day: DAY_AFTER }), "a", DAY);

const told = (input: Parameters<typeof anEdition>[0]) =>
  anEdition({ ...NOTHING, ...input }).corrections.map(({ before, after }) => [
    `${before.day} ${before.id} ${before.title}: ${before.says.map(({ relation, quote }) => `${relation} ${quote}`)}`,
    `${after.day} ${after.id} ${after.title}: ${after.says.map(({ relation, quote }) => `${relation} ${quote}`)}`,
  ]);

describe("a correction", () => {
  test("of a later day is told with both texts; the day's own figures stay as they were", () => {
    const edition = anEdition({ ...NOTHING, matches: [OLD], later: [NEW] });
    expect(told({ matches: [OLD], later: [NEW] })).toEqual([
      [
        "2026-02-10 a The queue is gone: for The queue is gone",
        "2026-02-11 a~2 The queue is still there: against The queue is still there",
      ],
    ]);
    expect(edition.counts).toMatchObject({ articles: 1, for: 1, against: 0 });
    expect(edition.stories[0]?.articles[0]).toMatchObject({ id: "a", correctedOn: DAY_AFTER });
  });

  test("of an article of a day before is told from the ledger", () => {
    const { story, themes } = { story: "a", themes: [] };
    const quotes = [{ position: "p4", relation: "for", quote: "No queue", confidence: 0.8 }] as const;
    const before: LedgerDay = {
      date: DAY_BEFORE,
      revision: 1,
      sources: [],
      articles: [
        {
          id: "a",
          title: "No queue",
          url: "https://a.example",
          source: "steppe-post",
          language: "en",
          story,
          themes,
          quotes,
        },
      ],
    };
    const today = correcting(text("a~2", "Queue", "against"), "a", DAY_BEFORE);
    expect(told({ matches: [today], ledger: [before] })).toEqual([
      ["2026-02-09 a No queue: for No queue", "2026-02-10 a~2 Queue: against Queue"],
    ]);
    expect(told({ matches: [today] })).toEqual([]);
  });

  test("on the day itself is told, and of its article only the latest text speaks", () => {
    const again = correcting(text("a~2", "Queue", "against"), "a", DAY);
    const edition = anEdition({ ...NOTHING, matches: [OLD, again] });
    expect(edition.counts).toMatchObject({ articles: 1, for: 0, against: 1 });
    expect(edition.corrections).toHaveLength(1);
  });

  test("that took out what was found leaves nothing of the article behind", () => {
    const empty = correcting(text("a~2", "Weather", undefined), "a", DAY);
    const edition = anEdition({ ...NOTHING, matches: [OLD, empty] });
    expect(edition.counts.articles).toBe(0);
    expect(edition.stories).toEqual([]);
    expect(told({ matches: [OLD, empty] })).toEqual([
      ["2026-02-10 a The queue is gone: for The queue is gone", "2026-02-10 a~2 Weather: "],
    ]);
  });

  test("of several days is told by the first; of one day by its latest text", () => {
    const third = { ...NEW, article: { ...NEW.article, id: "a~3", revision: 3, title: "The queue is longer" } };
    const dayLater = { ...NEW, article: { ...NEW.article, id: "a~4", revision: 4, day: "2026-02-12" } };
    expect(told({ matches: [OLD], later: [dayLater, third, NEW] }).map(([, after]) => after)).toEqual([
      "2026-02-11 a~3 The queue is longer: against The queue is still there",
    ]);
  });

  test.each([
    ["changed neither headline nor relation", text("a~2", "The queue is gone", "for", { text: "More of it." }), 0],
    ["changed the headline alone", text("a~2", "The queue has gone", "for"), 1],
    ["changed the relation alone", text("a~2", "The queue is gone", "mentions"), 1],
  ])("is told where a reader would see it: %s", (_, match, count) => {
    expect(told({ matches: [OLD], later: [{ ...match, article: { ...match.article, day: DAY_AFTER } }] })).toHaveLength(
      count,
    );
  });
});

describe("the pages", () => {
  const edition = anEdition({ matches: [OLD], later: [NEW], revision: 2 });

  test("have what was there before and what is now, under the note of the revision", () => {
    const page = renderHtml(edition, aSite(edition), "en", "day");
    const note = page.slice(page.indexOf('class="note"'), page.indexOf('<section class="dossier"'));
    expect(note).toContain("What outlets corrected afterwards");
    expect(note).toContain('<del lang="en">The queue is gone</del>');
    expect(note).toContain(`<a href="../${DAY_AFTER}/index.en.html">`);
    expect(note).toMatch(/<span class="against">against<\/span>: <a href="#position-p4">/u);
    expect(page.match(/corrected by the outlet on 11 February/gu)?.length).toBeGreaterThan(1);
  });

  test("say it in Markdown, too", () => {
    expect(renderMarkdown(edition, aSite(edition), "en")).toMatch(
      /## What outlets corrected afterwards\n\n- Steppe Post\n {2}- Before, 10 February: \[The queue is gone\].*\*\*for\*\*.*\n {2}- After, 11 February: \[The queue is still there\].*\*\*against\*\*/u,
    );
  });

  test.each(["ru", "en", "kk", "uz"] as const)("in %s", (language) => {
    const page = renderHtml(edition, aSite(edition, { languages: [language] }), language, "day");
    expect(page).toContain('<section class="unlike corrections">');
    expect(page).not.toMatch(/\{date\}|undefined/u);
  });
});

test("the published schema describes them", () => {
  const schema = z.fromJSONSchema(JSON.parse(EDITION_SCHEMA));
  const edition = anEdition({ matches: [OLD], later: [NEW] });
  expect(z.safeParse(schema, edition).error?.issues).toBeUndefined();
  const [correction] = edition.corrections;
  expect(z.safeParse(schema, { ...edition, corrections: [{ ...correction, more: 1 }] }).success).toBe(false);
});

test("an edition without corrections has no place for them", () => {
  const edition = anEdition();
  expect(edition.corrections).toEqual([]);
  expect(renderHtml(edition, aSite(edition), "en", "day")).not.toContain("corrections");
  expect(edition.date).toBe(DAY);
});
