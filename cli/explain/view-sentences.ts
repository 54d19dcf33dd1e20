import type { QueryPart, ToldSentence } from "../../shared/matching/explanation.ts";
import type { Selected } from "./select.ts";
import { excludedBy } from "./theme-facts.ts";
import type { ExplainWords } from "./wording.ts";

/** A term of the queries shown, with the number by which the text names it. */
export interface MarkedTerm {
  readonly number: number;
  readonly name: string;
}

export interface ViewSentence {
  /** The headline, or the sentence's number. */
  readonly label: string;
  readonly isTitle: boolean;
  readonly pieces: readonly Piece[];
}

/** A run of text; where it was found, with the terms it was found by. */
export interface Piece {
  readonly text: string;
  readonly terms: readonly MarkedTerm[];
}

/** Terms named with a word at the most; states stand in the queries of many. */
const MOST_NUMBERS = 2;

/** `1,3…`: the numbers of a piece's terms. */
export function numbersOf(terms: readonly MarkedTerm[]): string {
  const first = terms.slice(0, MOST_NUMBERS).map(({ number }) => number);
  return `${first.join(",")}${terms.length > MOST_NUMBERS ? "…" : ""}`;
}

/** The terms that tell something of the themes and positions shown, in their order. */
export function markedTerms({ themes, positions }: Selected): readonly MarkedTerm[] {
  const names = [
    ...themes.flatMap(({ query }) => [...query.held, ...excludedBy(query).flatMap(({ part }) => termsUnder(part))]),
    ...positions.flatMap(({ subject, frames }) => [...subject.held, ...frames.flatMap(({ terms }) => terms)]),
  ];
  return [...new Set(names)].map((name, i) => ({ name, number: i + 1 }));
}

function termsUnder(part: QueryPart): readonly string[] {
  return part.kind === "term" ? (part.holds ? [part.query] : []) : part.parts.flatMap(termsUnder);
}

export function markedSentences(
  { sentences }: Selected,
  terms: readonly MarkedTerm[],
  words: ExplainWords,
): readonly ViewSentence[] {
  const byName = new Map(terms.map((term) => [term.name, term]));
  return sentences.map((sentence, i) => ({
    label: labelOf(i, sentences, words),
    isTitle: sentence.field === "title",
    pieces: piecesOf(sentence, byName),
  }));
}

/** Cuts a sentence at what was found in it; of what lies in each other, the longest is one piece with the terms of all. */
function piecesOf({ text, start, terms }: ToldSentence, byName: ReadonlyMap<string, MarkedTerm>): readonly Piece[] {
  const spans: { from: number; to: number; terms: MarkedTerm[] }[] = [];
  for (const term of terms) {
    const shown = term.names.flatMap((name) => byName.get(name) ?? []);
    if (shown.length === 0) continue;
    const last = spans.at(-1);
    if (last !== undefined && term.start - start < last.to) last.terms.push(...shown);
    else spans.push({ from: term.start - start, to: term.end - start, terms: shown });
  }
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to, terms: found } of spans) {
    if (from > at) pieces.push({ text: text.slice(at, from), terms: [] });
    pieces.push({ text: text.slice(from, to), terms: [...new Set(found)].toSorted((a, b) => a.number - b.number) });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), terms: [] });
  return pieces;
}

/** Sentences of the text are counted from 1, whether there is a headline or not. */
function numberOf(index: number, sentences: readonly ToldSentence[]): number {
  return sentences[0]?.field === "title" ? index : index + 1;
}

function labelOf(index: number, sentences: readonly ToldSentence[], { title }: ExplainWords): string {
  return sentences[index]?.field === "title" ? title : String(numberOf(index, sentences));
}

/** `заголовок, предложения 1, 2`. */
export function whereOf(indices: readonly number[], sentences: readonly ToldSentence[], words: ExplainWords): string {
  const inText = [...new Set(indices)].filter((index) => sentences[index]?.field === "text");
  const list = inText.map((index) => numberOf(index, sentences)).join(", ");
  const form = inText.length === 1 ? words.sentence : words.sentences;
  return [
    ...(inText.length < new Set(indices).size ? [words.title] : []),
    ...(inText.length === 0 ? [] : [form.replace("{list}", list)]),
  ].join(", ");
}
