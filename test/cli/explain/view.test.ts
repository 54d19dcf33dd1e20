import { describe, expect, test } from "vitest";
import { formatText } from "../../../cli/explain/format-text.ts";
import { type Selection, select } from "../../../cli/explain/select.ts";
import { viewOf } from "../../../cli/explain/view.ts";
import { compileExplainer } from "../../../shared/matching/explain.ts";
import { STANCE_MODEL } from "../../../shared/matching/stance-weights.ts";
import type { MatchInput, Watchlist } from "../../../shared/model.ts";
import { aWatchlist } from "../../support/a-matcher.ts";
import { DOSSIER } from "../../support/watch-files.ts";

const ESCAPE = "\u001b";
const small = aWatchlist();
const inRussian: Watchlist = { ...small, monitor: { ...small.monitor, languages: ["ru", "en"] } };
const inEnglish: Watchlist = { ...small, monitor: { ...small.monitor, languages: ["en"] } };

/** What the terminal shows of an article. */
function shown(input: MatchInput, selection: Selection & { coloured?: boolean } = {}, watchlist = inEnglish): string {
  const { coloured = false, all = false } = selection;
  const explanation = select(compileExplainer(watchlist)(input), selection);
  return formatText(viewOf(explanation, { from: "news.txt", input }, watchlist), { coloured, all });
}

const joint = { title: "Канал в Казахстане", text: "Рекой управляют вместе." };

describe("on a terminal", () => {
  test("found words stand between brackets with the number of their term, and what they come to is said", () => {
    const lines = shown(joint).split("\n");
    expect(lines.slice(0, 2)).toEqual(["Канал в Казахстане", "news.txt"]);
    expect(lines[2]).toMatch(/^Language: Russian \(.+ is .+\)$/u);
    expect(lines.slice(3, 16)).toEqual([
      "",
      "headline  [Канал 1] в [Казахстане 2]",
      "       1  [Рекой 1] управляют [вместе 3].",
      "",
      "What was found: 1 @river  2 @kazakhstan  3 вместе",
      "",
      "THEMES",
      "",
      "Water (water): matched",
      "  ✓ @river — «Канал» (in the headline)",
      "  ✓ @kazakhstan — «Казахстане» (in the headline)",
      "  ✓ Confidence 95% with a threshold of 50%: all it asks for stands in the headline.",
      "",
    ]);
    expect(lines).toContain("Water is managed jointly (p1): for");
    expect(lines).toContain('  ✓ вместе OR jointly — Speaks "for" (sentence 1, said outright): «вместе»');
    expect(lines).toContain("  · Quotation for: Рекой управляют вместе.");
  });

  test("of words that lie in each other, the longest stand together with the numbers of both", () => {
    const watchlist = {
      ...aWatchlist(DOSSIER.replace(/query: ".*"/u, "query: '(river basin) AND @river'")),
      monitor: inEnglish.monitor,
    };
    expect(shown({ text: "The river basin.", language: "en" }, {}, watchlist)).toContain("1  The [river basin 1,2].\n");
  });

  test("in colour the terms tell themselves apart without brackets", () => {
    const text = shown(joint, { coloured: true });
    expect(text).toContain(`${ESCAPE}[36m${ESCAPE}[4mКанал${ESCAPE}[24m${ESCAPE}[39m`);
    expect(text).toContain(`${ESCAPE}[33m${ESCAPE}[4mКазахстане`);
    expect(text).not.toContain("[Канал");
  });

  test("what an article says cannot move the cursor or turn the line round", () => {
    const text = shown({ title: `River ${ESCAPE}[2J\u202eabc`, text: "The river\u0007 \u2066is\r\ncalm." });
    expect([...text].filter((sign) => /\p{Cc}|\p{Cf}/u.test(sign) && sign !== "\n")).toEqual([]);
    expect(text).toContain("is calm.");
  });

  test("sentences with nothing found in them are counted, and shown where all is asked for", () => {
    const long = { text: "Снег. Дождь. Ветер. Рекой управляют вместе. Туман." };
    expect(shown(long)).toContain("   … sentences with nothing found: 3\n4  [Рекой 1]");
    expect(shown(long)).not.toContain("Дождь");
    expect(shown(long, { all: true })).toContain("2  Дождь.\n");
  });

  test.each([
    [
      "The river is managed jointly by the two states, the ministers of both said.",
      "Language: English (surely; next likeliest is",
    ],
    ["Шавкат Мирзиёев", "Language: Russian (because the source writes in it; the text itself looks more like Tajik)"],
    ["Астана — Ташкент", "Language: Kyrgyz (not surely; Tatar is hardly less likely)"],
  ])("how sure the language is: %s", (text, told) => {
    expect(shown({ text, language: "ru" })).toContain(told);
  });

  test("in Russian where the monitor's first language is Russian", () => {
    const text = shown({ text: "The river is calm.", language: "en" }, { all: true }, inRussian);
    expect(text).toContain("Язык: английский");
    expect(text).toContain("Вода (water): нет: не хватает слов");
    expect(text).toContain("✗ @kazakhstan OR @uzbekistan — не найдено");
    expect(text).toContain("✓ Предмет назван (предложение 1): @river");
  });
});

describe("what stopped a theme is said in words", () => {
  const watchlist = (query: string) => ({
    ...aWatchlist(DOSSIER.replace(/query: ".*"/u, `query: '${query}'`)),
    monitor: inEnglish.monitor,
  });
  const FILLER = "Snow fell. Rain fell. Wind blew. Fog came. ";
  test.each([
    [
      "@river AND NOT (football OR (match AND final))",
      "A river. Football.",
      "✗ NOT football — excludes it: «Football» (in the lead) was found",
    ],
    [
      "@river AND NOT (match AND final)",
      "A river. The match was final.",
      "✗ NOT (match AND final) — excludes it: match AND final was found",
    ],
    [
      "@river AND title: @kazakhstan",
      "A river in Kazakhstan.",
      "✗ title: @kazakhstan — not where the query asks for it",
    ],
    [
      "@river NEAR/1 @kazakhstan",
      "A river flows through all of Kazakhstan.",
      "✗ @river NEAR/1 @kazakhstan — the words are there, but further apart",
    ],
    [
      "@river AND @kazakhstan",
      `${FILLER}A river. ${FILLER}Kazakhstan.`,
      "✗ All it asks for is in the article, but nowhere together",
    ],
    [
      "@river AND @kazakhstan",
      `${FILLER}${FILLER}A river in Kazakhstan.`,
      "✗ Confidence 35% with a threshold of 50%, 15% too little: all it asks for stands together only further down.",
    ],
  ])("%s", (query, text, told) => {
    expect(shown({ text, language: "en" }, { all: true }, watchlist(query))).toContain(told);
  });
});

const percent = (share = 0) => `${Math.round(share * 100)}%`;
const LEAST = percent(STANCE_MODEL.unlearnt.least);

describe("what stopped a position is said in words", () => {
  test.each([
    ["nothing speaks for it", "Snow fell.", `✗ Speaks to it with a probability of 1%; ${LEAST} is needed, `],
    ["no subject", "Snow fell.", "✗ @river — Its subject is not spoken of"],
    [
      "a negation",
      "The river is not managed jointly.",
      '✓ вместе OR jointly — What would speak "for" is turned round (sentence 1, said outright): «jointly» → against',
    ],
    ["a hedge", "If the river is managed jointly, fine.", "· Hedges: sentence 1 — condition"],
  ])("%s", (_, text, told) => {
    expect(shown({ text, language: "en" }, { all: true })).toContain(told);
  });
});

describe("what is shown", () => {
  const far = { text: "Снег и дождь." };
  const ids = (selection: Selection) => {
    const { themes, positions } = select(compileExplainer(small)(far), selection);
    return [...themes.map(({ theme }) => theme), ...positions.map(({ position }) => position)];
  };

  test.each([
    ["only what is matched or near", {}, []],
    ["all, where it is asked for", { all: true }, ["water", "p1"]],
    ["one theme", { theme: "water" }, ["water"]],
    ["one position", { position: "p1" }, ["p1"]],
  ])("%s", (_, selection, expected) => {
    expect(ids(selection)).toEqual(expected);
  });

  test("what is left out is counted", () => {
    expect(shown(far)).toContain(
      "Nothing near. More themes with nothing near: 1. All with --all, one with --theme ID.",
    );
    expect(shown(far, { theme: "water" })).not.toContain("POSITIONS");
  });

  test("an id that is none is a mistake that is told", () => {
    expect(() => ids({ theme: "air" })).toThrow("no theme is called air; there are water");
    expect(() => ids({ position: "p9" })).toThrow("no position is called p9; there are p1");
  });
});
