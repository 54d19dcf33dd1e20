import type { MatchInput } from "../model.ts";
import type { Scope } from "./evaluate-query.ts";
import type { Occurrence, Occurrences } from "./phrase-trie.ts";
import type { Passage, Passages } from "./read-passages.ts";

/** One article as it is judged: its text cut up, what was found where, and which parts of it weigh how. */
export interface Reading {
  readonly input: MatchInput;
  readonly passages: Passages;
  readonly found: Occurrences;
  readonly places: Places;
}

/** The parts of an article, in order of weight. `head` is the title with the lead. */
export interface Places {
  readonly title: readonly Passage[];
  readonly head: readonly Passage[];
  readonly body: readonly Passage[];
}

/** Sentences of the text that count as its lead. */
const LEAD = 3;
/** A text of so few sentences is all lead: a post, a brief. */
const BRIEF = 5;

export function placesOf({ all }: Passages): Places {
  const title = all.filter(({ field }) => field === "title");
  const text = all.filter(({ field }) => field === "text");
  const lead = text.slice(0, text.length <= BRIEF ? BRIEF : LEAD);
  return { title, head: [...title, ...lead], body: text.slice(lead.length) };
}

/** A scope over these passages, each a run of tokens of its own. */
export function scopeOf(ranges: readonly Passage[], { title, head }: Places): Scope {
  return { ranges, title: rangeOf(title), lead: rangeOf(head.filter(({ field }) => field === "text")) };
}

/** The passages as one run of tokens. */
export function rangeOf(passages: readonly Passage[]): Occurrence {
  return { from: passages[0]?.from ?? 0, to: passages.at(-1)?.to ?? 0 };
}
