import { describe, expect, test } from "vitest";
import { isNegated, isNegatedInside, isOver } from "../../../shared/matching/negation.ts";
import type { Language } from "../../../shared/model.ts";
import { tokenise } from "../../../shared/text/tokens.ts";

/** Asks of the one word in brackets. */
function ask(question: typeof isNegated, language: Language, marked: string): boolean {
  const text = marked.replace(/[[\]]/gu, "");
  const tokens = tokenise(text);
  const at = tokens.findIndex(({ start }) => start === marked.indexOf("["));
  return question(
    tokens.map(({ form }) => form),
    at,
    at + 1,
    language,
  );
}

describe("a word close by", () => {
  test.each([
    ["ru", "Документ не [подписан]"],
    ["ru", "Ни один из [проектов]"],
    ["ru", "[очередей] нет"],
    ["en", "They did not even [sign]"],
    ["en", "There was never a [dispute]"],
    ["kk", "Оларда [келісім] жоқ"],
    ["uz", "Ular [kelishgan] emas"],
    ["ky", "Алар [макулдашкан] жок"],
    ["tg", "Ҳеҷ [созиш]"],
  ] as const)("denies: %s, %s", (language, marked) => {
    expect(ask(isNegated, language, marked)).toBe(true);
  });

  test.each([
    ["ru", "Документ [подписан]"],
    ["ru", "Не без оснований [доверяют]"],
    ["ru", "Не все в зале это видели, но документ [подписан]"],
    ["en", "They [signed] it"],
    ["kk", "Олар [келісті]"],
  ] as const)("does not: %s, %s", (language, marked) => {
    expect(ask(isNegated, language, marked)).toBe(false);
  });
});

test.each([
  ["kk", "Олар [келіспеді]", true],
  ["kk", "Олар [келісті]", false],
  ["uz", "Ular [kelishmadi]", true],
  ["uz", "Улар [келишмади]", true],
  ["ky", "Алар [макулдашпады]", true],
  ["tg", "Онҳо [намедиҳанд]", true],
  ["ru", "Они не [договорились]", false],
] as const)("a verb denies itself: %s, %s", (language, marked, expected) => {
  expect(ask(isNegatedInside, language, marked)).toBe(expected);
});

test.each([
  ["ru", "[очереди] исчезли", true],
  ["en", "The [queues] are gone", true],
  ["en", "A [dispute] over the river goes on", false],
  ["kk", "[кезек] жойылды", true],
  ["uz", "[navbatlar] yoʻqoldi", true],
  ["ky", "[атаандаштык] бүттү", true],
  ["ru", "[очереди] растут", false],
] as const)("trouble is over: %s, %s", (language, marked, expected) => {
  expect(ask(isOver, language, marked)).toBe(expected);
});
