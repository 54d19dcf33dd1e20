import { expect, test } from "vitest";
import { createLikeness, type Example } from "../../../shared/matching/likeness.ts";

const example = (position: number, relation: Example["relation"], ...traits: string[]): Example => ({
  position,
  relation,
  traits: new Set(traits),
});
const likeness = createLikeness(
  [
    example(0, "for", "@river", "@jointly", "share"),
    example(0, "for", "@river", "@concluded", "share"),
    example(0, "against", "@river", "@quarrel", "share"),
    example(1, "for", "@experts", "@concluded", "share"),
  ],
  2,
);
const likes = (...traits: string[]) => likeness(new Set(traits));

test("a text is like the examples whose traits it has", () => {
  const [water, experts] = likes("@river", "@jointly");
  expect(water?.for).toBeGreaterThan(water?.against ?? 1);
  expect(water?.against).toBeGreaterThan(experts?.for ?? 1);
  expect(experts?.mentions).toBe(0);
});

test("a rare trait tells more than one that all have", () => {
  expect(likes("@quarrel")[0]?.against).toBeGreaterThan(likes("share")[0]?.against ?? 1);
});

test("traits that no example has make a text less like any", () => {
  expect(likes("@river", "@jointly", "football", "stadium")[0]?.for).toBeLessThan(
    likes("@river", "@jointly")[0]?.for ?? 0,
  );
});

test("nothing is like nothing", () => {
  expect(likes()).toEqual([
    { for: 0, against: 0, mentions: 0 },
    { for: 0, against: 0, mentions: 0 },
  ]);
  expect(createLikeness([], 1)(new Set(["@river"]))).toEqual([{ for: 0, against: 0, mentions: 0 }]);
});
