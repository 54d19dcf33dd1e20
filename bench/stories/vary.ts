import { readFileSync } from "node:fs";
import type { StoryInput } from "../../shared/stories/sketch.ts";
import { splitSentences } from "../../shared/text/sentences.ts";
import { corpusPath } from "../corpus.ts";
import { goldPairs } from "./gold-pairs.ts";
import { createRandom } from "./random.ts";

/** Articles of a day. */
export const A_DAY = 3_000;
const DAY_MS = 86_400_000;
const START = Date.parse("2026-02-10T00:00:00Z");
const TEXTS_IN_ONE = 12;
/** Share of sentences that are kept, and of numbers that are changed. */
const KEPT = 0.5;

interface Material {
  readonly titles: readonly string[];
  /** Sentences of each text. */
  readonly texts: readonly (readonly string[])[];
}

function material(): Material | undefined {
  const posts = corpusPath("posts/gazeta.jsonl");
  const pairs = goldPairs();
  if (posts === undefined || pairs === undefined) return undefined;
  const articles = pairs.flatMap(({ first, second }) => [first, second]);
  const lines = readFileSync(posts, "utf8").trim().split("\n");
  const bodies = lines.map((line) => (JSON.parse(line) as { text: string }).text);
  return {
    titles: articles.map(({ title }) => title),
    texts: [...articles.map(({ text }) => text), ...bodies].map((text) =>
      splitSentences(text).map(({ start, end }) => text.slice(start, end)),
    ),
  };
}

/** An article of sentences from a dozen texts, with other numbers: as long as news is, and rarely near another. */
function vary({ titles, texts }: Material, at: number, random: () => number): StoryInput {
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)];
  const sentences = Array.from({ length: TEXTS_IN_ONE }, () => pick(texts) ?? [])
    .flat()
    .filter(() => random() < KEPT);
  const renumbered = (digits: string) => (random() < KEPT ? String(Math.floor(random() * 1_000)) : digits);
  return {
    id: String(at),
    title: `${pick(titles) ?? ""} ${(sentences[0] ?? "").split(" ").slice(0, 4).join(" ")}`,
    text: sentences.join(" ").replaceAll(/\d+/gu, renumbered),
    published: new Date(START + (at / A_DAY) * DAY_MS).toISOString(),
  };
}

/** So many articles in the order of their dates, A_DAY to a day, made of the corpus; none where it is missing. */
export function* variedArticles(count: number): Generator<StoryInput> {
  const source = material();
  if (source === undefined) return;
  const random = createRandom(7);
  for (let at = 0; at < count; at++) yield vary(source, at, random);
}
