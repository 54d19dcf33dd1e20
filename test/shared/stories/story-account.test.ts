import { expect, test } from "vitest";
import { accountForStory, type StoryMember } from "../../../shared/stories/story-account.ts";

const at = (hour: number) => `2026-03-01T0${hour}:00:00.000Z`;
const MEMBERS: readonly StoryMember[] = [
  { id: "a", source: "dala-habar", story: "a", published: at(1) },
  { id: "b", source: "merv-habarlary", story: "a", published: at(3), reprintOf: "a", credited: "Kazinform" },
  { id: "c", source: "varzob-novosti", story: "a", published: at(2), reprintOf: "a", credited: "dala-habar" },
  { id: "d", source: "steppe-monitor", story: "a", published: at(4) },
  { id: "e", source: "steppe-monitor", story: "a" },
];

test("counts sources without reprints, credits the agency that a copy names, and drops nothing", () => {
  const account = accountForStory(MEMBERS.toReversed());
  expect(account.origin).toEqual({ article: "a", name: "Kazinform", isAgency: true });
  expect(account.independentSources).toBe(2);
  expect(account.chains.map(({ original, reprints }) => [original, ...reprints].map(({ id }) => id))).toEqual([
    ["a", "c", "b"],
    ["d"],
    ["e"],
  ]);
});

test("credits the first outlet where no text names another", () => {
  expect(accountForStory(MEMBERS.filter(({ id }) => id !== "b")).origin).toEqual({
    article: "a",
    name: "dala-habar",
    isAgency: false,
  });
});

test("takes an outlet that a copy names for itself, also where its own article is dated later", () => {
  const names = new Map([["dala-habar", "Дала хабар"]]);
  const account = accountForStory(
    [
      { id: "a", source: "varzob-novosti", story: "a", published: at(1), credited: "Дала хабар" },
      { id: "b", source: "dala-habar", story: "a", published: at(2), reprintOf: "a" },
    ],
    (source) => names.get(source) ?? source,
  );
  expect(account.origin).toEqual({ article: "b", name: "Дала хабар", isAgency: false });
});

test("counts a reprint whose original is not there", () => {
  const [, b] = MEMBERS;
  if (b === undefined) throw new Error("no such member");
  expect(accountForStory([b])).toMatchObject({ independentSources: 1, chains: [{ original: b, reprints: [] }] });
});
