import process from "node:process";
import type { Matcher } from "../shared/matching/compile-matcher.ts";

/** Lengths of the text, in UTF-16 code units; the longest is all that is read of any. */
const LENGTHS = [50_000, 100_000, 200_000];
/** Far more than is read. */
const BEYOND = 5_000_000;

/** What a text may hold to make a careless reader slow, repeated to any length. */
const HOSTILE: Readonly<Record<string, string>> = {
  "an article without end": "Президент Казахстана прибыл в Ташкент, где обсудил водные вопросы с соседями. ",
  "words of themes, a sentence each": "Казахстан и Узбекистан открыли границу. Вода и канал. ",
  "words of themes, one sentence": "Казахстан и Узбекистан вода граница ",
  apostrophes: "'",
  initials: "А. ",
  "stacked marks": "я\u0301\u0323\u0301",
  "lone surrogates": "\ud800",
  "marks of direction": "\u200f\u202e",
  "line breaks": "Слово\n",
};

/** Prints what a hostile article costs at growing lengths: doubling a length should double it. */
export function benchHostile(matcher: Matcher, row: (name: string, value: string) => void): void {
  row(`hostile articles of ${[...LENGTHS, BEYOND].map((length) => length / 1_000).join(", ")} thousand characters`, "");
  for (const [what, piece] of Object.entries(HOSTILE)) {
    const times = [...LENGTHS, BEYOND].map((length) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const start = process.cpuUsage();
      matcher({ text });
      const { user, system } = process.cpuUsage(start);
      return ((user + system) / 1_000).toFixed(0);
    });
    row(`  ${what}`, `${times.join(", ")} ms`);
  }
}
