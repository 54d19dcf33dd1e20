import type { Language } from "../model.ts";
import type { ListedCue } from "./cue-lists.ts";
import { isNegated, isNegatedInside, isOver } from "./negation.ts";
import type { Occurrence } from "./phrase-trie.ts";
import type { Passage } from "./read-passages.ts";

export type Side = "for" | "against";

/** How something is said: in the headline, as a matter of fact, or as what is denied, over, conditional or conceded. */
export type Manner = "title" | "asserted" | "turned";

/** One sentence, ready to be asked how it says things. */
export interface Sentence {
  readonly passage: Passage;
  readonly forms: readonly string[];
  readonly cues: ReadonlyMap<ListedCue, readonly Occurrence[]>;
  /** Words in quotation marks that the writer does not make his own. */
  readonly scare: readonly Occurrence[];
}

/** For less against, by the manner in which it is said. */
export type Lean = Readonly<Record<Manner, number>>;

export const NO_LEAN: Lean = { title: 0, asserted: 0, turned: 0 };

/** What one manner of a sentence counts for at the most. */
const MOST = 3;

/** What these places say for a side, turned round where they are negated, over, or not meant. */
export function leanOf(sentence: Sentence, places: readonly Occurrence[], side: Side, language: Language): Lean {
  const lean = { ...NO_LEAN };
  for (const place of apart(places)) {
    const isFor = (side === "for") !== isTurned(sentence, place, side, language);
    lean[mannerAt(sentence, place.from)] += isFor ? 1 : -1;
  }
  return lean;
}

export function addLeans(a: Lean, b: Lean): Lean {
  return {
    title: within(a.title + b.title),
    asserted: within(a.asserted + b.asserted),
    turned: within(a.turned + b.turned),
  };
}

/** How much is said for either side, whatever comes out. */
export function sizeOf({ title, asserted, turned }: Lean): number {
  return Math.abs(title) + Math.abs(asserted) + Math.abs(turned);
}

/** In what manner the words at `at` are said. What follows a "but" is meant, whatever the sentence began with. */
function mannerAt({ passage, cues }: Sentence, at: number): Manner {
  if (passage.field === "title") return "title";
  const contrasts = cues.get("contrast") ?? [];
  if (contrasts.some(({ to }) => to <= at)) return "asserted";
  const isConceded = contrasts.length > 0;
  return isConceded || cues.has("denial") || cues.has("formerly") || cues.has("condition") ? "turned" : "asserted";
}

function within(sum: number): number {
  return Math.max(-MOST, Math.min(MOST, sum));
}

function isTurned(sentence: Sentence, place: Occurrence, side: Side, language: Language): boolean {
  const { forms, passage, scare } = sentence;
  const [from, to] = [place.from - passage.from, place.to - passage.from];
  const isQuoted = scare.some((quoted) => place.from >= quoted.from && place.to <= quoted.to);
  const isNotMeant = isQuoted !== isRejected(sentence, place);
  const isDenied = isNegated(forms, from, to, language);
  // What went wrong is often told by a verb that denies itself: such a verb is no denial of what went wrong.
  if (side === "for") return (isDenied !== isNegatedInside(forms, from, to, language)) !== isNotMeant;
  return (isDenied || isOver(forms, from, to, language)) !== isNotMeant;
}

/** What somebody denies: "denied that …", up to a "but". */
function isRejected({ cues }: Sentence, { from }: Occurrence): boolean {
  const denial = cues.get("denial")?.find(({ to }) => to <= from);
  return (
    denial !== undefined && !cues.get("contrast")?.some((contrast) => contrast.from >= denial.to && contrast.to <= from)
  );
}

/** The longest of places that lie in each other. */
export function apart(places: readonly Occurrence[]): Occurrence[] {
  let end = -1;
  return places
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      if (from < end) return false;
      end = to;
      return true;
    });
}
