import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileMatcher } from "../../../shared/matching/compile-matcher.ts";
import { matchRecord } from "../../../shared/matching/match-record.ts";
import type { Judgement, MatchInput } from "../../../shared/model.ts";
import { aLearntWatchlist, aWatchlist, aWatchlistWithLearntTheme } from "../../support/a-matcher.ts";
import { DOSSIER } from "../../support/watch-files.ts";

const matcher = compileMatcher(aWatchlist());
const FILLER =
  "Nothing happened at the market. Prices stayed where they were. The weather was fair. People went home. ";

describe("themes", () => {
  test("a headline that says it is surer than a lead, and a lead surer than one sentence of the body", () => {
    const sure = (input: MatchInput) => matcher(input).themes[0]?.confidence ?? 0;
    const inTitle = sure({ title: "Kazakhstan digs a canal", text: FILLER, language: "en" });
    const inLead = sure({ title: "News", text: `Kazakhstan digs a canal. ${FILLER}`, language: "en" });
    const inPassing = sure({ title: "News", text: `${FILLER}${FILLER}Kazakhstan digs a canal.`, language: "en" });
    expect(inTitle).toBeGreaterThan(inLead);
    expect(inLead).toBeGreaterThan(0.5);
    expect(inPassing).toBe(0);
  });

  test("a theme quotes the sentences that hold what it was found by", () => {
    const text = `The president spoke. Kazakhstan digs a canal to Uzbekistan. ${FILLER}`;
    const [theme] = matcher({ text, language: "en" }).themes;
    expect(theme?.evidence.map(({ quote }) => quote)).toEqual(["Kazakhstan digs a canal to Uzbekistan."]);
  });

  test.each([
    ["ru", "Казахстан построит канал вместе с соседями."],
    ["ru", "В Узбекистане обмелели реки."],
    ["en", "Uzbekistan's rivers ran dry."],
  ] as const)("names and words are found in the forms of their language: %s %s", (language, text) => {
    expect(matcher({ text, language }).themes.map(({ theme }) => theme)).toEqual(["water"]);
  });
});

describe("positions", () => {
  const relationOf = (text: string, language: "ru" | "en" = "en", title?: string) =>
    matcher({ text, language, ...(title === undefined ? {} : { title }) }).positions[0]?.relation;

  test.each([
    ["for", "The river is managed jointly.", "en"],
    ["against", "A dispute over the river goes on.", "en"],
    ["against", "The river is not managed jointly.", "en"],
    ["for", "There was no dispute over the river.", "en"],
    ["for", "The dispute has ended and the river is calm.", "en"],
    ["for", "Рекой управляют вместе.", "ru"],
    ["against", "Рекой управляют не вместе.", "ru"],
  ] as const)("%s: %s", (relation, text, language) => {
    expect(relationOf(text, language)).toBe(relation);
  });

  test("a sentence that speaks of something else says nothing of the position", () => {
    expect(relationOf("The theatre is managed jointly.")).toBeUndefined();
  });

  test.each([
    [
      "is still undecided",
      "Whether the river will be managed jointly is not yet clear; the ministers will discuss it.",
    ],
    ["is only a plan", "If the draft is approved, the river may be managed jointly. No date has been scheduled."],
  ])("what %s is a mention", (_, text) => {
    expect(relationOf(text)).toBe("mentions");
  });

  test("two sides as well supported as each other make a mention that shows both sentences", () => {
    const text = "The river is managed jointly. A dispute over the river goes on.";
    const [position] = matcher({ text, language: "en" }).positions;
    expect(position?.relation).toBe("mentions");
    expect(position?.evidence.map(({ relation }) => relation)).toEqual(["for", "against"]);
  });

  test.each([
    ["a headline that the text contradicts", "The river is not managed jointly at all.", "The river, managed jointly"],
    ["words in quotation marks that are not meant", 'So the river is "managed jointly" again.', undefined],
    ["what is denied", "Officials denied rumours that the river is managed jointly.", undefined],
  ])("%s does not count as said", (_, text, title) => {
    expect(relationOf(text, "en", title)).not.toBe("for");
  });

  test("no headline outweighs its text", () => {
    expect(relationOf("A dispute over the river goes on.", "en", "The river, managed jointly")).not.toBe("for");
    expect(relationOf("The river is managed jointly.", "en", "Dispute over the river")).toBe("for");
  });

  test("what follows a “but” outweighs what went before", () => {
    expect(relationOf("Once there was a dispute over the river, but now the river is managed jointly.")).toBe("for");
  });

  test("what was learnt of a position finds it where no query of it does", () => {
    const text = "Both capitals share the barrage.";
    expect(matcher({ text, language: "en" }).positions).toEqual([]);
    const learnt = compileMatcher(aLearntWatchlist(-1, { barrag: 5, share: 3 }));
    expect(learnt({ text, language: "en" }).positions.map(({ position }) => position)).toEqual(["p1"]);
  });

  test("of a long article the sentences that speak to the position are quoted, wherever they stand", () => {
    const telling = "Both capitals share the barrage.";
    const learnt = compileMatcher(aLearntWatchlist(-1, { barrag: 5, share: 3 }));
    const [found] = learnt({ text: `${FILLER.repeat(4)}${telling} ${FILLER}`, language: "en" }).positions;
    expect(found?.evidence.map(({ quote }) => quote)).toEqual([telling]);
  });

  test("what was learnt of a theme finds it where its query does not, and quotes what tells it", () => {
    const telling = "Both capitals share the barrage.";
    const input = { text: `${FILLER}${telling}`, language: "en" } as const;
    expect(matcher(input).themes).toEqual([]);
    const learnt = compileMatcher(aWatchlistWithLearntTheme(-2, { barrag: 4, share: 3 }));
    const [found] = learnt(input).themes;
    expect(found).toMatchObject({ theme: "water", evidence: [{ quote: telling }] });
    expect(learnt({ text: FILLER, language: "en" }).themes).toEqual([]);
  });

  test("what was learnt against a theme outweighs its query", () => {
    const input = { text: "A regatta on a river in Kazakhstan.", language: "en" } as const;
    expect(matcher(input).themes).toHaveLength(1);
    expect(compileMatcher(aWatchlistWithLearntTheme(-2, { regatt: -8 }))(input).themes).toEqual([]);
  });

  test("who says it is named with the evidence", () => {
    const text = "“The river is managed jointly,” said deputy minister Aidar Serikov.";
    expect(matcher({ text, language: "en" }).positions[0]?.evidence[0]?.speaker).toBe("Aidar Serikov");
  });
});

describe("Turkic verbs are negated inside the word", () => {
  const turkic = compileMatcher(
    aWatchlist(
      DOSSIER.replace(
        "themes:\n",
        `  - id: agreed
    terms: {kk: [келіс*], uz: [kelish*], ky: [макулдаш*]}
  - id: stream
    terms: {kk: [өзен], uz: [daryo], ky: [дарыя]}
themes:
`,
      )
        .replace('subject: "@river"', 'subject: "@stream"')
        .replace('for: ["вместе OR jointly"]', 'for: ["@agreed"]'),
    ),
  );
  test.each([
    ["kk", "for", "Екі ел өзен туралы келісті."],
    ["kk", "against", "Екі ел өзен туралы келіспеді."],
    ["kk", "against", "Екі ел өзен туралы келіскен жоқ."],
    ["uz", "for", "Ikki davlat daryo boʻyicha kelishdi."],
    ["uz", "against", "Ikki davlat daryo boʻyicha kelishmadi."],
    ["uz", "against", "Икки давлат дарё бўйича келишмади."],
    ["ky", "for", "Эки өлкө дарыя боюнча макулдашты."],
    ["ky", "against", "Эки өлкө дарыя боюнча макулдашкан жок."],
  ] as const)("%s, %s: %s", (language, relation, text) => {
    expect(turkic({ text, language }).positions[0]?.relation).toBe(relation);
  });
});

describe("evidence", () => {
  const words = ["Kazakhstan", "Қазақстан", "canal", "канал", "jointly", "dispute", "река", "не", "\u0301", "\u00ad"];
  const marks = [" ", ". ", "\n\n", "« ", "» — ", "… ", "\u200f", "\ud83d\ude00", "\ud83d", "oʻ", "3.5 ", "A. B. "];
  const text = fc.array(fc.constantFrom(...words, ...marks, " "), { maxLength: 60 }).map((parts) => parts.join(""));

  test("stands word for word at its offsets in the article, whatever the text", () => {
    fc.assert(
      fc.property(fc.option(text, { nil: undefined }), fc.oneof(text, fc.string({ unit: "binary" })), (title, body) => {
        const record = { id: 1, text: body, ...(title === undefined ? {} : { title }) };
        for (const piece of matchRecord(matcher, record).evidence) {
          expect((piece.field === "title" ? (title ?? "") : body).slice(piece.start, piece.end)).toBe(piece.quote);
          expect(piece.quote.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("every theme and position that is named has some, and its confidence is between 0 and 1", () => {
    fc.assert(
      fc.property(text, text, (title, body) => {
        const { themes, positions }: Judgement = matcher({ title, text: body });
        for (const { evidence } of [...themes, ...positions]) {
          expect(evidence.length).toBeGreaterThan(0);
          for (const { confidence } of evidence) expect(confidence > 0 && confidence <= 1).toBe(true);
        }
      }),
    );
  });

  test("a very long sentence is quoted in part, never through a character", () => {
    const long = `Kazakhstan ${"\ud83d\ude00".repeat(800)} canal.`;
    const quote = matcher({ text: long, language: "en" }).themes[0]?.evidence[0]?.quote ?? "";
    expect(quote.length).toBeLessThanOrEqual(600);
    expect(quote.isWellFormed()).toBe(true);
  });
});

describe("a judgement", () => {
  test("is the same for the same article, whatever was judged before", () => {
    const input = { title: "Kazakhstan digs a canal", text: `The river is managed jointly. ${FILLER}` };
    const fresh = compileMatcher(aWatchlist());
    matcher({ text: "Рекой управляют вместе." });
    expect(JSON.stringify(matcher(input))).toBe(JSON.stringify(fresh(input)));
  });

  test("of an empty article names nothing", () => {
    expect(matcher({ text: "" })).toEqual({ language: "und", themes: [], positions: [] });
  });

  test("of a hostile article comes in bounded time", () => {
    const hostile = [
      "'".repeat(1_000_000),
      "Kazakhstan canal jointly ".repeat(50_000),
      "a\u0301\u0301".repeat(300_000),
    ];
    for (const text of hostile) expect(matcher({ text }).language).toBeDefined();
  });
});
