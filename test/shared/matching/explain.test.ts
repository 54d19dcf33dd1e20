import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileMatcher } from "../../../shared/matching/compile-matcher.ts";
import { compileExplainer } from "../../../shared/matching/explain.ts";
import { STANCE_MODEL } from "../../../shared/matching/stance-weights.ts";
import { THEME_WEIGHTS } from "../../../shared/matching/theme-weights.ts";
import type { MatchInput } from "../../../shared/model.ts";
import { aLearntWatchlist, aWatchlist, aWatchlistWithLearntTheme } from "../../support/a-matcher.ts";
import { DOSSIER, RIVALS } from "../../support/watch-files.ts";

const FILLER =
  "Nothing happened at the market. Prices stayed where they were. The weather was fair. People went home. ";
const explain = compileExplainer(aWatchlist());
const en = (text: string, title?: string): MatchInput => ({
  text,
  language: "en",
  ...(title === undefined ? {} : { title }),
});

/** The one theme of a watchlist whose query is `query`. */
function theme(query: string, input: MatchInput) {
  const dossier = DOSSIER.replace(/query: ".*"/u, `query: '${query}'`);
  const [told] = compileExplainer(aWatchlist(dossier))(input).themes;
  if (told === undefined) throw new Error("no theme");
  return told;
}

function position(input: MatchInput, dossier = DOSSIER, id = "p1") {
  const told = compileExplainer(aWatchlist(dossier))(input).positions.find((one) => one.position === id);
  if (told === undefined) throw new Error(`no position ${id}`);
  return told;
}

describe("an explanation says what the judgement says", () => {
  const WORDS = [
    "The river",
    "is not",
    "managed jointly",
    "a dispute",
    "Kazakhstan",
    "may flood",
    "dry",
    "canal",
    ". ",
    ", but",
    "if",
    "was denied",
  ];
  const watchlist = aWatchlist(RIVALS);
  const [judge, tell] = [compileMatcher(watchlist), compileExplainer(watchlist)];
  const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join(" "));

  test("themes, positions, confidence and evidence, whatever the text", () => {
    let matched = 0;
    fc.assert(
      fc.property(fc.option(sentence, { nil: undefined }), sentence, (title, text) => {
        const input = en(text, title);
        const { language, themes, positions } = judge(input);
        const told = tell(input);
        matched += positions.length;
        expect(told.language.language).toBe(language);
        expect(
          told.themes
            .filter(({ gate }) => gate === undefined)
            .map((one) => ({ theme: one.theme, confidence: one.confidence, evidence: one.evidence })),
        ).toEqual(themes);
        const spoken = told.positions.filter(({ relation }) => relation !== undefined);
        expect(spoken.map((one) => [one.position, one.relation, one.evidence])).toEqual(
          positions.map((one) => [one.position, one.relation, one.evidence]),
        );
        for (const one of spoken) {
          const { confidence } = positions.find(({ position: id }) => id === one.position) ?? {};
          const share =
            one.relation === "mentions"
              ? 1 - Math.max(one.shares.for, one.shares.against)
              : one.shares[one.relation ?? "for"];
          expect(Math.round(one.speaks * share * 100) / 100).toBe(confidence);
          expect(one.speaks).toBeGreaterThanOrEqual(one.least);
        }
        for (const { relation, speaks, least } of told.positions)
          if (relation === undefined) expect(speaks).toBeLessThan(least);
      }),
    );
    expect(matched).toBeGreaterThan(10);
  });

  test("sentences and the words found in them stand at their offsets", () => {
    const input = en(`${FILLER}Uzbekistan's rivers ran dry.`, "Kazakhstan digs a canal");
    const { sentences } = explain(input);
    const found = sentences.flatMap(({ field, start, end, text, terms }) => {
      const source = input[field] ?? "";
      expect(source.slice(start, end)).toBe(text);
      return terms.map((term) => [source.slice(term.start, term.end), term.names]);
    });
    expect(found).toEqual([
      ["Kazakhstan", ["@kazakhstan"]],
      ["canal", ["@river"]],
      ["Uzbekistan's", ["@uzbekistan"]],
      ["rivers", ["@river"]],
    ]);
    expect(sentences.map(({ place }) => place)).toEqual(["title", "lead", "lead", "lead", "lead", "lead"]);
  });
});

describe("a theme names what stopped it", () => {
  const QUERY = "@river AND (@kazakhstan OR @uzbekistan)";
  test.each([
    ["a word that is nowhere", QUERY, en("The river is calm."), "missing", ["@river"], ["@kazakhstan OR @uzbekistan"]],
    [
      "a word that excludes it",
      `${QUERY} AND NOT (football OR match)`,
      en("Kazakhstan has a river. A match was on."),
      "excluded",
      ["@river", "@kazakhstan"],
      ["NOT match"],
    ],
    [
      "words that stand too far apart",
      QUERY,
      en(`${FILLER}Kazakhstan. ${FILLER}The river.`),
      "apart",
      ["@river", "@kazakhstan"],
      [],
    ],
    [
      "words that stand together only once, far down",
      QUERY,
      en(`${FILLER}${FILLER}Kazakhstan digs a canal.`),
      "threshold",
      ["@river", "@kazakhstan"],
      [],
    ],
    [
      "words that are not near each other",
      "@river NEAR/1 @kazakhstan",
      en("A river flows through all of Kazakhstan."),
      "missing",
      ["@river", "@kazakhstan"],
      ["@river NEAR/1 @kazakhstan"],
    ],
    [
      "words that are not in the headline",
      "title: @river AND @kazakhstan",
      en("A river in Kazakhstan.", "News"),
      "missing",
      ["@kazakhstan"],
      ["title: @river"],
    ],
    ["too few of several", "2 OF (@river, @kazakhstan, dam)", en("A river."), "missing", ["@river"], ["@kazakhstan"]],
  ] as const)("%s", (_, query, input, gate, held, wanting) => {
    const told = theme(query, input);
    expect({ gate: told.gate, held: told.query.held, wanting: told.query.wanting }).toEqual({ gate, held, wanting });
    expect(told.confidence).toBeLessThan(told.threshold);
  });

  test("and where it was found, and how surely, when nothing did", () => {
    const told = theme(QUERY, en(FILLER, "Kazakhstan digs a canal"));
    expect(told).toMatchObject({ place: "title", confidence: 0.95, sentences: [0], isNear: true });
    expect(told).not.toHaveProperty("gate");
    const [river] = told.query.parts;
    expect(river).toMatchObject({ kind: "term", query: "@river", found: ["canal"], places: ["title"] });
  });

  test.each([
    ["title", en(FILLER, "Kazakhstan digs a canal"), [0]],
    ["lead", en(`Kazakhstan digs a canal. ${FILLER}${FILLER}`, "News"), [1]],
    ["body", en(`${FILLER}${FILLER}Kazakhstan. A canal. Fog. Kazakhstan's river. Snow.`), [8, 9, 11]],
  ])("and names the place: %s", (place, input, sentences) => {
    expect(theme(QUERY, input)).toMatchObject({ place, sentences });
  });

  test("what stands elsewhere than where it was found is left aside", () => {
    const inTitle = theme(`${QUERY} AND NOT match`, en("A match was on.", "Kazakhstan digs a canal"));
    expect(inTitle).toMatchObject({
      place: "title",
      query: { holds: true, held: ["@river", "@kazakhstan"], wanting: [] },
    });
    const [field] = theme("title: @river AND @kazakhstan", en("Canals of Kazakhstan.", "The river")).query.parts;
    expect(field?.parts).toMatchObject([{ found: ["river"], places: ["title"] }]);
  });

  test("a term's wordings are told in the order of the text, the longest of what lie in each other", () => {
    const dossier = DOSSIER.replace("en: [river, canal]", 'en: [canal, river, "river basin"]');
    const [told] = compileExplainer(aWatchlist(dossier))(en("The river basin, a canal, the rivers."))?.themes ?? [];
    expect(told?.query.parts[0]?.found).toEqual(["river basin", "canal", "rivers"]);
  });

  test("something is wanting of exactly the queries that the article does not satisfy", () => {
    const term = fc.constantFrom("river", "@kazakhstan", "dam", "snow", "title: river", "lead: dam");
    const { query } = fc.letrec<{ query: string }>((tie) => {
      const part = tie("query").map((one) => `(${one})`);
      return {
        query: fc.oneof(
          { maxDepth: 3, withCrossShrink: true },
          term,
          fc.tuple(part, fc.constantFrom("AND", "OR", "NEAR/2"), part).map((parts) => parts.join(" ")),
          part.map((one) => `NOT ${one}`),
          fc.tuple(part, part, part).map((parts) => `2 OF (${parts.join(", ")})`),
        ),
      };
    });
    const counts = { holds: 0, fails: 0 };
    fc.assert(
      fc.property(query, (one) => {
        const told = theme(`weather AND (${one})`, en(`The weather. A dam on the river. ${FILLER}`, "Kazakhstan"));
        counts[told.query.holds ? "holds" : "fails"]++;
        expect(told.query.wanting.length === 0).toBe(told.query.holds);
      }),
      { numRuns: 300 },
    );
    expect(Math.min(counts.holds, counts.fails)).toBeGreaterThan(50);
  });

  test("of several ways to satisfy it the nearest is told", () => {
    const told = theme(
      "dam OR (@river AND @uzbekistan AND flood) OR (@kazakhstan AND snow AND ice)",
      en("The river in Uzbekistan."),
    );
    expect(told.query).toMatchObject({ held: ["@river", "@uzbekistan"], wanting: ["flood"] });
    expect(told.isNear).toBe(true);
  });

  test("what has nothing of it is not near", () => {
    expect(theme(QUERY, en(FILLER)).isNear).toBe(false);
  });
});

describe("a position tells what it went by", () => {
  test("the sentences its subject is in play in, and the frames that fit there", () => {
    const told = position(en("The river is managed jointly. The theatre is not."));
    expect(told.relation).toBe("for");
    expect(told.inPlay).toEqual([0, 1]);
    expect(told.frames).toEqual([
      {
        side: "for",
        query: "вместе OR jointly",
        sentence: 0,
        isWhole: true,
        said: ["jointly"],
        terms: ["jointly"],
        manner: "asserted",
        counts: "for",
      },
    ]);
  });

  test.each([
    ["negated", "The river is not managed jointly.", { side: "for", counts: "against", manner: "asserted" }],
    ["denied by somebody", "Officials denied that the river is managed jointly.", { manner: "turned" }],
  ])("a frame that is %s is told as what it counts for", (_, text, expected) => {
    expect(position(en(text)).frames[0]).toMatchObject(expected);
  });

  test("a frame whose own subject is missing is half a frame", () => {
    const dossier = DOSSIER.replace('["вместе OR jointly"]', '["@kazakhstan AND jointly"]');
    expect(position(en("The river is managed jointly."), dossier).frames).toMatchObject([
      { isWhole: false, terms: ["jointly"] },
    ]);
  });

  test("what each sign adds makes up the odds", () => {
    const told = position(en("A dispute over the river goes on."), RIVALS);
    const sum = Object.values(told.signs.speaks).reduce((total, one) => total + one, STANCE_MODEL.unlearnt.speaks.bias);
    expect(sum).toBeCloseTo(Math.log(told.speaks / (1 - told.speaks)), 6);
  });

  test("one that nothing speaks for says how little", () => {
    const told = position(en(FILLER));
    expect(told).toMatchObject({ inPlay: [], frames: [], isNear: false });
    expect(told.speaks).toBeLessThan(told.least);
    expect(told).not.toHaveProperty("relation");
  });

  test("nothing is told as learnt where nothing was", () => {
    expect(position(en(FILLER))).not.toHaveProperty("learnt");
  });

  test("what labelled texts taught of its words, the most first, and where they stand", () => {
    const taught = aLearntWatchlist(-2, { "@river": 0.7, both: 1.2, theatr: -0.4, strange: 3 });
    const [told] = compileExplainer(taught)(en(`${FILLER}The canal is run by both.`)).positions;
    expect(told?.learnt).toEqual({
      sentences: [0, 1, 2, 3, 4],
      traits: [
        { trait: "both", adds: 1.2 },
        { trait: "@river", adds: 0.7 },
      ],
    });
    expect(told?.signs.speaks.learnt).toBeCloseTo(STANCE_MODEL.learnt.speaks.learnt * (-2 + 1.2 + 0.7), 6);
  });

  test("a theme whose query would do is outweighed by what labelled texts taught against it", () => {
    const taught = aWatchlistWithLearntTheme(-2, { regatt: -8 });
    const [told] = compileExplainer(taught)(en("A regatta on a river in Kazakhstan.")).themes;
    expect(told).toMatchObject({ gate: "outweighed", place: "lead", isNear: true });
  });

  test("what labelled texts taught of a theme, and what that and its query add", () => {
    const taught = aWatchlistWithLearntTheme(-2, { canal: 0.5, strange: 3 });
    const [told] = compileExplainer(taught)(en("A canal in Kazakhstan.")).themes;
    expect(told?.learnt).toEqual({ sentences: [0], traits: [{ trait: "canal", adds: 0.5 }] });
    expect(told?.signs?.beginning).toBeCloseTo(THEME_WEIGHTS.beginning * (-2 + 0.5), 6);
    expect(told?.signs?.query).toBeCloseTo(THEME_WEIGHTS.query * 0.85, 6);
  });
});
