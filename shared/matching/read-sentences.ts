import type { Language } from "../model.ts";
import { findQuotations } from "../text/quotations.ts";
import type { CompiledQuery } from "./compile-query.ts";
import type { ListedCue } from "./cue-lists.ts";
import { evaluate } from "./evaluate-query.ts";
import { addLeans, type Lean, leanOf, type Sentence } from "./lean.ts";
import type { Occurrence } from "./phrase-trie.ts";
import type { Passages } from "./read-passages.ts";
import { type Reading, scopeOf } from "./reading.ts";

export type CompiledCues = readonly { readonly kind: ListedCue; readonly query: CompiledQuery }[];

/** A sentence with the side it leans to by the words of success and failure alone. */
export interface TonedSentence extends Sentence {
  readonly tone: Lean;
}

/** So few words in quotation marks, the first in small letters, are no name and nobody's speech. */
const FEWEST_SPOKEN = 5;

export function readSentences(
  { passages, found, places }: Reading,
  cues: CompiledCues,
  language: Language,
): TonedSentence[] {
  const scare = scareQuotes(passages);
  const heard = cues.filter(({ query }) => evaluate(query, found, scopeOf(passages.all, places)) !== undefined);
  return passages.all.map((passage) => {
    const scope = scopeOf([passage], places);
    const hits = new Map<ListedCue, readonly Occurrence[]>();
    for (const { kind, query } of heard) {
      const said = evaluate(query, found, scope);
      if (said !== undefined) hits.set(kind, said);
    }
    const forms = passages.tokens.slice(passage.from, passage.to).map(({ form }) => form);
    const sentence = { passage, forms, cues: hits, scare };
    const tone = addLeans(
      leanOf(sentence, hits.get("success") ?? [], "for", language),
      leanOf(sentence, hits.get("failure") ?? [], "against", language),
    );
    return { ...sentence, tone };
  });
}

function scareQuotes({ joined, tokens }: Passages): Occurrence[] {
  let at = 0;
  return findQuotations(joined).flatMap(({ start, end }) => {
    while ((tokens[at]?.start ?? Number.POSITIVE_INFINITY) < start) at++;
    const from = at;
    let to = from;
    while ((tokens[to]?.end ?? Number.POSITIVE_INFINITY) <= end) to++;
    const isSmall = /^\p{Ll}/u.test(joined.slice(start + 1, start + 3));
    return isSmall && to > from && to - from < FEWEST_SPOKEN ? [{ from, to }] : [];
  });
}
