import { describe, expect, test } from "vitest";
import { firstAlike, lastAlike, rootTerm } from "../../../shared/stories/root-term.ts";

const isFoundBy = (root: string, other: string) => {
  const [term, found] = [rootTerm(root), rootTerm(other)];
  return firstAlike(term) <= found && found <= lastAlike(term);
};

describe("a root is found by how it begins", () => {
  test.each([
    ["харько", "харьк"],
    ["харьк", "харько"],
    ["твер", "тверск"],
    ["лив", "лив"],
    ["samarq", "samarq"],
    ["қаза", "қазақс"],
  ])("%s finds %s", (root, other) => {
    expect(isFoundBy(root, other)).toBe(true);
  });

  test.each([
    ["тверск", "твер"],
    ["кит", "кита"],
    ["белгра", "белгор"],
    ["москв", "моско"],
    ["алма", "алты"],
  ])("%s does not find %s", (root, other) => {
    expect(isFoundBy(root, other)).toBe(false);
  });
});

test("different roots are different terms", () => {
  const roots = ["твер", "тверд", "тверь", "тверск", "тверды", "кит", "кита", "китай"];
  expect(new Set(roots.map(rootTerm)).size).toBe(roots.length);
  for (const root of roots) expect(rootTerm(root)).toBeGreaterThanOrEqual(0);
});
