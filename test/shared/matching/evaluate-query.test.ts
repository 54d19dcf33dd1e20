import { describe, expect, test } from "vitest";
import { compileMatcher } from "../../../shared/matching/compile-matcher.ts";
import { aThemeMatcher, aWatchlist } from "../../support/a-matcher.ts";
import { DOSSIER } from "../../support/watch-files.ts";

const finds = (query: string, text: string, title?: string): boolean =>
  aThemeMatcher(query)({ text, language: "en", ...(title === undefined ? {} : { title }) }).themes.length > 0;

describe("what a query finds", () => {
  test.each([
    ["a word in any of its forms", "river", "Two rivers meet here.", true],
    ["no other word that begins alike", "river", "A riverine town.", false],
    ["a word by how it begins", "river*", "A riverine town.", true],
    ["words side by side as a phrase", "dry port", "The dry port opened.", true],
    ["no phrase with a word between", "dry port", "A dry new port opened.", false],
    ["no phrase across two sentences", "dry port", "The summer was dry. Port workers struck.", false],
    ["an exact form only, in quotation marks", '"rivers"', "One river.", false],
    ["either of two", "river OR canal", "A canal was dug.", true],
    ["both of two, anywhere in the lead", "river AND canal", "A canal was dug. It leads to the river.", true],
    ["not one alone of two", "river AND canal", "A canal was dug.", false],
    ["what a NOT does not forbid", "river AND NOT canal", "The river rose.", true],
    ["not what a NOT forbids", "river AND NOT canal", "The river and the canal rose.", false],
    ["two that stand near", "river NEAR/2 canal", "The canal beside the river.", true],
    ["two that stand near the other way round", "canal NEAR/2 river", "The river and a canal.", true],
    ["not two that stand further apart", "river NEAR/1 canal", "The canal that runs beside the river.", false],
    ["enough of a list", "2 OF (river, canal, lake)", "A lake and a river.", true],
    ["not too few of a list", "2 OF (river, canal, lake)", "A lake, a lake, a lake.", false],
    ["an entity by its name", "@kazakhstan", "News from Kazakhstan.", true],
    ["a list of words", "@river", "A canal was dug.", true],
    ["capitals only as capitals", "IT", "It is late.", false],
    ["capitals where they stand so", "IT", "The IT park opened.", true],
  ])("%s", (_, query, text, expected) => {
    expect(finds(query, text)).toBe(expected);
  });

  test.each([
    ["title:", "title:river", "Nothing else.", "The river rises", true],
    ["title: not in the text", "title:river", "The river rises.", "Nothing else", false],
    ["lead: in the first sentences", "lead:river", "The river rises.", "Nothing else", true],
    ["lead: not in the title", "lead:river", "Nothing else.", "The river rises", false],
  ])("%s", (_, query, text, title, expected) => {
    expect(finds(query, text, title)).toBe(expected);
  });
});

test.each(["BELT AND ROAD", "'Belt", "-Road-"])("a name is no expression, whatever it looks like: %s", (name) => {
  const { entities, ...rest } = aWatchlist(DOSSIER.replace(/query: ".*"/u, 'query: "@kazakhstan"'));
  const named = entities.map((entity) => ({ ...entity, names: { en: [name] } }));
  const matcher = compileMatcher({ ...rest, entities: named });
  expect(matcher({ text: `News of the ${name} today.`, language: "en" }).themes).toHaveLength(1);
});
