import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLexicon } from "../../../shared/matching/lexicon.ts";
import { createPhraseTrie, type Occurrence } from "../../../shared/matching/phrase-trie.ts";
import { namePatterns } from "../../../shared/query/word-patterns.ts";
import { tokenise } from "../../../shared/text/tokens.ts";

/** Where each of these phrases, by its place in the list, occurs in a text cut into sentences before these tokens. */
function placesOf(phrases: readonly string[], text: string, sentenceEnds: readonly number[] = []) {
  const lexicon = createLexicon();
  const trie = createPhraseTrie(lexicon);
  for (const [symbol, phrase] of phrases.entries())
    trie.add(
      namePatterns(phrase).map((word) => lexicon.add({ ...word, mode: "exact" }, "any")),
      symbol,
    );
  return trie.find(tokenise(text), text, sentenceEnds);
}

describe("phrases are found", () => {
  test("wherever their words stand side by side, overlapping or one inside the other", () => {
    const found = placesOf(["вода", "вода и канал", "и канал", "канал вода"], "Вода и канал, вода и канал");
    expect(Object.fromEntries(found)).toEqual({
      0: [
        { from: 0, to: 1 },
        { from: 3, to: 4 },
      ],
      1: [
        { from: 0, to: 3 },
        { from: 3, to: 6 },
      ],
      2: [
        { from: 1, to: 3 },
        { from: 4, to: 6 },
      ],
      3: [{ from: 2, to: 4 }],
    });
  });

  test("never over the end of a sentence", () => {
    expect(placesOf(["вода и канал"], "вода и канал", [2, 3]).size).toBe(0);
    expect(placesOf(["и канал"], "вода и канал", [1, 3]).get(0)).toEqual([{ from: 1, to: 3 }]);
  });

  test("once for a symbol of which two phrases stand in one place", () => {
    const lexicon = createLexicon();
    const trie = createPhraseTrie(lexicon);
    for (const mode of ["exact", "prefix"] as const)
      trie.add([lexicon.add({ text: "вода", mode, written: "вода" }, "any")], 7);
    expect(trie.find(tokenise("вода"), "вода", [])).toEqual(new Map([[7, [{ from: 0, to: 1 }]]]));
  });

  test("a phrase of no words is found nowhere", () => {
    expect(placesOf(["—"], "вода — канал").size).toBe(0);
  });
});

test("whatever the phrases, the text and its sentences, it is as looking for each by itself", () => {
  const words = fc.array(fc.constantFrom("а", "б", "в"), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(words, { maxLength: 8, selector: String }),
      fc.array(words, { maxLength: 6 }),
      (phrases, sentences) => {
        const ends = sentences.map((_, i) => sentences.slice(0, i + 1).flat().length);
        const found = placesOf(
          phrases.map((phrase) => phrase.join(" ")),
          sentences.flat().join(" "),
          ends,
        );
        for (const [symbol, phrase] of phrases.entries()) {
          const expected = sentences.flatMap((sentence, i): Occurrence[] => {
            const shift = (ends[i] ?? 0) - sentence.length;
            return sentence.flatMap((_, at) =>
              sentence.slice(at, at + phrase.length).join(" ") === phrase.join(" ")
                ? [{ from: shift + at, to: shift + at + phrase.length }]
                : [],
            );
          });
          expect(found.get(symbol) ?? []).toEqual(expected);
        }
      },
    ),
  );
});
