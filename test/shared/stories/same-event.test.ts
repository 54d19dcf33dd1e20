import { expect, test } from "vitest";
import { createFrequencies } from "../../../shared/stories/frequencies.ts";
import { sameEvent } from "../../../shared/stories/same-event.ts";
import { type StoryInput, sketchArticle } from "../../../shared/stories/sketch.ts";

const sketch = (input: Partial<StoryInput>) => sketchArticle({ id: "1", title: "", text: "", ...input }, () => []);
const DAM = { title: "Дамба под Сардобой дала течь", text: "Ночью дамба Сардобы дала течь, эвакуируют 1 200 жителей." };

function score(a: Partial<StoryInput>, b: Partial<StoryInput>): number {
  const [one, other] = [sketch(a), sketch(b)];
  const frequencies = createFrequencies();
  for (const each of [one, other]) frequencies.add(each);
  return sameEvent(one, other, frequencies);
}

test("two articles that are all there is are known for one event", () => {
  expect(score(DAM, { ...DAM, title: "Под Сардобой прорвало дамбу" })).toBeGreaterThan(0);
  expect(score(DAM, { title: "Снег в Астане", text: "Школы Астаны закрыты." })).toBeLessThan(0);
});

test("the nearer of two is likelier", () => {
  const on = (day: number) => ({ ...DAM, published: `2026-03-0${day}T06:00:00.000Z` });
  expect(score(on(1), on(2))).toBeGreaterThan(score(on(1), on(3)));
  expect(score(on(1), DAM)).toBe(score(DAM, DAM));
});

test("loans speak for one event in two languages", () => {
  const uzbek = (text: string) => ({ title: "Sirdaryoda texnopark ochiladi", text, language: "uz" as const });
  const russian = {
    title: "В Сырдарье откроют технопарк",
    text: "Инвестиции в технопарк: миллионы.",
    language: "ru" as const,
  };
  expect(score(russian, uzbek("Texnoparkka investitsiya: millionlar."))).toBeGreaterThan(
    score(russian, uzbek("Bogʻbonlar olma yetishtirmoqda.")),
  );
});
