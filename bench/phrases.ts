/**
 * How the cost of an article grows with the number of phrases that are looked for, beside the ways in which others would
 * look for them. Those find strings as they are written; ours finds words in all their forms, and no part of a word.
 */
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import AhoCorasick from "modern-ahocorasick";
import { RE2 } from "re2-wasm";
import { createLexicon } from "../shared/matching/lexicon.ts";
import { createPhraseTrie } from "../shared/matching/phrase-trie.ts";
import { type Passages, readPassages } from "../shared/matching/read-passages.ts";
import type { MatchInput } from "../shared/model.ts";
import { namePatterns } from "../shared/query/word-patterns.ts";
import { tokenise } from "../shared/text/tokens.ts";
import { meanLength, readLongArticles, readPosts } from "./articles.ts";
import { choosePhrases } from "./choose-phrases.ts";
import { rate } from "./rate.ts";

const NUMBERS = [30, 100, 1_000, 10_000, 50_000];
/** The cost is told to grow little between these. */
const FEW = 100;
const MANY = 10_000;
/** Each way is measured so often, in turn with the others, for so many seconds; the median counts. */
const ROUNDS = 3;
const SECONDS = 0.6;

/** Counts what it finds in an article. */
type Finder = (article: MatchInput) => number;

/** A way to look for many phrases at once. */
interface Way {
  readonly name: string;
  readonly compile: (phrases: readonly string[]) => Finder;
  /** With more phrases it has no memory left or takes a second for an article. */
  readonly most: number;
}

const MIZAN: Way = {
  name: "Mizan: words, phrase trie",
  compile: (phrases) => phraseTrie(phrases, inOnePiece),
  most: 50_000,
};
const OTHERS: readonly Way[] = [
  {
    name: "Mizan: sentences before them",
    compile: (phrases) => phraseTrie(phrases, readPassages),
    most: 50_000,
  },
  {
    name: "one RegExp alternation of whole words",
    compile: (phrases) =>
      counting(new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternation(phrases)})(?![\\p{L}\\p{N}])`, "gu")),
    most: 50_000,
  },
  { name: "Aho–Corasick: modern-ahocorasick", compile: ahoCorasick, most: 50_000 },
  { name: "RE2: re2-wasm", compile: (phrases) => counting(new RE2(alternation(phrases), "gu")), most: 1_000 },
];

/** An article as words alone. */
function inOnePiece({ text }: MatchInput): Passages {
  return { joined: text, tokens: tokenise(text), all: [] };
}

function phraseTrie(phrases: readonly string[], read: (article: MatchInput) => Passages): Finder {
  const lexicon = createLexicon();
  const trie = createPhraseTrie(lexicon);
  for (const [symbol, phrase] of phrases.entries()) {
    const tag = /\p{Script=Cyrillic}/u.test(phrase) ? "ru" : "en";
    const words = namePatterns(phrase).map((word) => lexicon.add(word, tag));
    trie.add(words, symbol);
  }
  return (article) => {
    const { tokens, joined, all } = read(article);
    const ends = all.map(({ to }) => to);
    return trie.find(tokens, joined, ends).size;
  };
}

function ahoCorasick(phrases: readonly string[]): Finder {
  const automaton = new AhoCorasick(phrases.map((phrase) => phrase.toLowerCase()));
  return ({ text }) => automaton.search(text.toLowerCase()).length;
}

/** Phrases are letters, digits, apostrophes and blanks, so nothing needs escaping. */
function alternation(phrases: readonly string[]): string {
  return phrases.map((phrase) => phrase.toLowerCase()).join("|");
}

function counting(pattern: RegExp | RE2): Finder {
  return ({ text }) => {
    const lower = text.toLowerCase();
    let count = 0;
    pattern.lastIndex = 0;
    while (pattern.exec(lower) !== null) count++;
    return count;
  };
}

/** Prints what compiling and keeping phrases takes, a table for the corpus's long articles, and one for its posts. */
export async function benchPhrases(row: (name: string, value: string) => void): Promise<void> {
  const long = readLongArticles();
  const posts = readPosts();
  if (long === undefined || posts === undefined) return;
  const texts = [...long, ...posts].map(({ text }) => text);
  weigh(choosePhrases(texts, MANY), long, row);
  for (const [what, articles] of [
    ["long articles", long],
    ["posts", posts],
  ] as const) {
    console.log(`\nphrases in ${articles.length} ${what}, mean ${meanLength(articles)} characters, articles a second`);
    console.log(lineOf("", NUMBERS.map(inThousands)));
    const measured = await measure(texts, articles);
    for (const [{ name }, rates] of measured)
      console.log(
        lineOf(
          name,
          NUMBERS.map((number) => rates.get(number)?.toFixed(0) ?? "–"),
        ),
      );
    const ours = measured.get(MIZAN);
    row(
      `  with ${inThousands(MANY)} phrases, of the rate with ${FEW}`,
      ((ours?.get(MANY) ?? 0) / (ours?.get(FEW) ?? 1)).toFixed(2),
    );
  }
  console.log("");
}

/** For each way, its rate by the number of phrases. All take turns, so that a busy minute falls on all of them. */
async function measure(texts: readonly string[], articles: readonly MatchInput[]) {
  const finders = NUMBERS.flatMap((number) => {
    const phrases = choosePhrases(texts, number);
    const ways = [MIZAN, ...OTHERS].filter(({ most }) => number <= most);
    return ways.map((way) => ({ way, number, find: way.compile(phrases), rounds: [] as number[] }));
  });
  for (let round = 0; round < ROUNDS; round++)
    for (const { find, rounds } of finders) rounds.push(await rate(articles, find, SECONDS));
  const rates = new Map([MIZAN, ...OTHERS].map((way) => [way, new Map<number, number>()]));
  for (const { way, number, rounds } of finders) rates.get(way)?.set(number, median(rounds));
  return rates;
}

function weigh(
  phrases: readonly string[],
  articles: readonly MatchInput[],
  row: (name: string, value: string) => void,
) {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const start = process.cpuUsage();
  const find = phraseTrie(phrases, readPassages);
  const { user } = process.cpuUsage(start);
  for (const article of articles) find(article);
  collect();
  const after = process.memoryUsage().heapUsed;
  row(`${inThousands(phrases.length)} phrases compiled`, `${(user / 1_000).toFixed(0)} ms`);
  row("  heap they take, words of the articles remembered", inMegabytes(after - before));
  row("  heap of this whole process", inMegabytes(after));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function lineOf(name: string, cells: readonly string[]): string {
  return name.padEnd(38) + cells.map((cell) => cell.padStart(8)).join("");
}

function inThousands(number: number): string {
  return number.toLocaleString("en");
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
