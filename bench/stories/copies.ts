import { FEWEST_WORDS, type Signature, signatureOf } from "../../shared/stories/min-hash.ts";
import { isReprint, sharesBand } from "../../shared/stories/reprints.ts";
import { splitSentences } from "../../shared/text/sentences.ts";
import { tokenise } from "../../shared/text/tokens.ts";
import { createRandom, shuffled } from "./random.ts";

/** What an outlet does to a text it prints again: a quarter of the sentences, or one in eight words, or both. */
export const EDITS = {
  "a quarter of the sentences cut": cutSentences,
  "a quarter cut, the rest in another order": (text: string, random: () => number) =>
    shuffled(cutSentences(text, random).split("\n"), random).join("\n"),
  "one word in 25 replaced": replaceWords,
} as const;

/** Words from which the detection of reprints is held to be sure. */
export const SPEAKS_FROM = 40;

/** How many copies of texts of some length are found: of texts with fewer words than `FEWEST_WORDS`, none can be. */
export interface Found {
  readonly copies: number;
  readonly found: number;
}

/** Edits each text once and looks the copy up. Texts of fewer than `least` words or four sentences are passed over. */
export function findCopies(
  texts: readonly string[],
  edit: keyof typeof EDITS,
  least = FEWEST_WORDS,
  most = Number.POSITIVE_INFINITY,
): Found {
  const random = createRandom(1);
  const long = texts.filter((text) => {
    const words = tokenise(text).length;
    return words >= least && words < most && splitSentences(text).length >= FEWEST_SENTENCES;
  });
  const found = long.filter((text) => {
    const [original, copy] = [text, EDITS[edit](text, random)].map((one) => signatureOf(tokenise(one)));
    return original !== undefined && copy !== undefined && sharesBand(original, copy) && isReprint(original, copy);
  });
  return { copies: long.length, found: found.length };
}

const FEWEST_SENTENCES = 4;

/** Pairs of different texts taken for reprints of each other, and all pairs. Some may well be reprints. */
export function falsePairs(texts: readonly string[]): { readonly pairs: number; readonly alike: [string, string][] } {
  const signed = [...new Set(texts)].flatMap((text) => {
    const signature = signatureOf(tokenise(text));
    return signature === undefined ? [] : [{ text, signature }];
  });
  const alike: [string, string][] = [];
  for (const [i, { text, signature }] of signed.entries())
    for (const other of signed.slice(i + 1)) if (isAlike(signature, other.signature)) alike.push([text, other.text]);
  return { pairs: (signed.length * (signed.length - 1)) / 2, alike };
}

function isAlike(a: Signature, b: Signature): boolean {
  return isReprint(a, b) && sharesBand(a, b);
}

function cutSentences(text: string, random: () => number): string {
  const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  const cut = new Set(shuffled([...sentences.keys()], random).slice(0, Math.round(sentences.length / 4)));
  return sentences.filter((_, i) => !cut.has(i)).join("\n");
}

function replaceWords(text: string, random: () => number): string {
  return text.replaceAll(/\p{L}{4,}/gu, (word) => (random() < 1 / 25 ? "другое" : word));
}
