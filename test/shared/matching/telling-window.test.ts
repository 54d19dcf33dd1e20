import { describe, expect, test } from "vitest";
import { createLearntOdds } from "../../../shared/matching/learnt-odds.ts";
import { articleOdds, tellingWindow } from "../../../shared/matching/telling-window.ts";
import type { Traits } from "../../../shared/matching/traits.ts";
import { aLearntWatchlist, aWatchlist } from "../../support/a-matcher.ts";

/** What a, b, c, d tell of the first position: one nat each. */
const { dossiers } = aLearntWatchlist(0, { a: 1, b: 1, c: 1, d: 1 });
const learnt = createLearntOdds(dossiers);
/** The window that tells most of a position; a sentence for each word of `text`. */
function window(text: string, odds = learnt) {
  const sentences = text === "" ? [] : text.split(" ").map((word): Traits => new Set([word]));
  return tellingWindow(articleOdds(sentences, odds), ({ speaks }) => speaks[0]);
}

describe("the part of an article that tells most", () => {
  test("is the whole of a short one", () => {
    expect(window("- a - b - - c -")).toMatchObject({ from: 0, to: 8, most: 3 });
  });

  test("is six sentences of a long one", () => {
    expect(window("a - - - - - - b c d - - - -")).toMatchObject({ from: 6, to: 12, most: 3 });
    expect(window("- - - - - - - - - - - a b c")).toMatchObject({ from: 9, to: 14, most: 3 });
  });

  test("counts once what is said twice", () => {
    expect(window("a a a a")?.most).toBe(1);
  });

  test("is not there where nothing was learnt", () => {
    expect(window("a b", createLearntOdds(aWatchlist().dossiers))).toBeUndefined();
  });

  test("tells nothing where there are no sentences", () => {
    expect(window("")).toMatchObject({ from: 0, to: 0, most: 0 });
  });
});
