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

test("texts that begin with other days tell of other events, unless those are a day apart", () => {
  const told = (days: string) => ({ ...DAM, text: `${DAM.text} Это было ${days}.` });
  const same = score(told("8 мая"), told("8 мая"));
  expect(score(told("8 мая"), told("9 мая"))).toBeGreaterThan(same - 0.2);
  expect(score(told("8 мая"), told("10 мая"))).toBeLessThan(same - 1);
  expect(score(told("8 мая"), told("15 мая"))).toBeLessThan(score(told("8 мая"), told("10 мая")) - 1);
  expect(score(told("8 мая"), told("10 мая и 8 мая"))).toBeGreaterThan(same - 0.2);
  expect(score(told("8 мая"), DAM)).toBeGreaterThan(same - 0.2);
});

test.each([
  ["Твери", "Тверская", "Томская"],
  ["паводок", "паводки", "пожары"],
  ["паводки", "паводок", "пожар"],
])("%s is found in %s, and not in %s", (word, form, other) => {
  const first = { title: `Весть: ${word}`, text: "Ночью вода поднялась." };
  const second = (written: string) => ({
    title: "Вода поднялась",
    text: `Ночью вода поднялась, весть о том: ${written}.`,
  });
  expect(score(first, second(form))).toBeGreaterThan(score(first, second(other)));
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
