import { describe, expect, test } from "vitest";
import { type FormRow, foundBy } from "../../../support/word-forms.ts";

const ROWS: readonly FormRow[] = [
  ["border", "border borders bordered bordering border's", "borderland board"],
  ["trade", "trade trades traded trading trade's", "trader tradition tradesman"],
  ["country", "country countries country's", "count countryside"],
  ["survey", "survey surveys surveyed surveying", "surveyor"],
  ["tax", "tax taxes tax's", "taxi taxation"],
  ["gas", "gas gases", "gasoline gasp"],
  ["oil", "oil oils", "oily toil"],
  ["war", "war wars warring", "warn warren"],
  ["ban", "ban bans banned banning", "banner bank band"],
  ["sum", "sum sums", "summer summit"],
  ["unit", "unit units", "United unite unity"],
  ["summit", "summit summits", "summer sum"],
  ["bank", "bank banks banked bank's", "banker bankrupt"],
  ["crossing", "crossing crossings", "cross crossed"],
  ["clash", "clash clashes clashed clashing", "class"],
  ["crisis", "crisis crises", "critic crisp"],
  ["chairman", "chairman chairmen chairman's", "chair"],
  ["transfer", "transfer transfers transferred transferring", "transform"],
  ["Kazakhstan", "Kazakhstan Kazakhstan's", "Kazakhstani Kazakh"],
  ["water", "water waters watered", "waterfall wait"],
  ["the", "the", "thing thes"],
  ["not", "not", "notes noted"],
  ["new", "new", "newt newing"],
  ["Osh", "Osh Osh's", "oshi Oslo"],
];

describe("an English word finds its forms, and not what only looks so", () => {
  test.each(ROWS)("%s", (base, forms, others) => {
    expect(foundBy(base, "en", forms)).toEqual(forms.split(" "));
    expect(foundBy(base, "en", others)).toEqual([]);
  });

  test("a closing quotation mark behind it does not matter", () => {
    expect(foundBy("crossing", "en", "the 'crossing', ‘crossing’")).toEqual(["crossing'", "crossing’"]);
  });
});

describe("short names in capitals", () => {
  test.each<FormRow>([
    ["EU", "EU EU's", "eu Eu EUR"],
    ["NGO", "NGO NGOs NGO's", "ngo NGOing"],
    ["SCO", "SCO", "sco SCOT Scott"],
  ])("%s", (base, forms, others) => {
    expect(foundBy(base, "en", forms)).toEqual(forms.split(" "));
    expect(foundBy(base, "en", others)).toEqual([]);
  });
});
