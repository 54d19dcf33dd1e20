/** `node bench/stories.ts`: how well stories and reprints are told on labelled pairs and edited texts, and what it costs. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { FEWEST_WORDS } from "../shared/stories/min-hash.ts";
import { ONE_LANGUAGE } from "../shared/stories/weights.ts";
import { corpusPath } from "./corpus.ts";
import { EDITS, falsePairs, findCopies, SPEAKS_FROM } from "./stories/copies.ts";
import type { DayReport } from "./stories/day.ts";
import { goldPairs } from "./stories/gold-pairs.ts";
import { crossValidate } from "./stories/same-story.ts";
import { A_DAY, variedArticles } from "./stories/vary.ts";

const DAYS_BEFORE = 3;
/** Posts that are compared with one another: 4.5 million pairs. */
const COMPARED = 3_000;

/** Prints the accuracy of both decisions; what needs the corpus is passed over, in one line, without it. */
export function reportStories(): void {
  reportSameStory();
  reportReprints();
}

function reportSameStory(): void {
  const pairs = goldPairs();
  if (pairs === undefined) return;
  const result = crossValidate(pairs);
  console.log(`\nSame story, ${pairs.length} labelled pairs in one language, ten-fold cross-validation, 20 times`);
  row("F1, mean (lowest to highest)", `${figure(result.f1)} (${figure(result.lowest)} to ${figure(result.highest)})`);
  row("precision, recall", `${figure(result.precision)}, ${figure(result.recall)}`);
  row("area under the curve", figure(result.areaUnderCurve));
  const [bias = 0, titles = 0, names = 0, numbers = 0, apart = 0, otherDays = 0] = result.model;
  const { threshold } = result;
  row("fitted on all of them", words({ bias, titles, names, numbers, apart, otherDays, threshold }));
  row("in shared/stories/weights.ts", words(ONE_LANGUAGE));
}

function reportReprints(): void {
  const [path, pairs] = [corpusPath("posts/gazeta.jsonl"), goldPairs()];
  if (path === undefined || pairs === undefined) return;
  const lines = readFileSync(path, "utf8").trim().split("\n");
  const posts = lines.map((line) => (JSON.parse(line) as { text: string }).text);
  const articles = pairs.flatMap(({ first, second }) => [first.text, second.text]);
  console.log(
    `\nReprints: copies found, of texts of ${SPEAKS_FROM} words or more (and of ${FEWEST_WORDS} to ${SPEAKS_FROM - 1})`,
  );
  for (const edit of Object.keys(EDITS) as (keyof typeof EDITS)[]) {
    for (const [name, texts] of [
      ["posts", posts],
      ["articles", articles],
    ] as const) {
      const [long, short] = [findCopies(texts, edit, SPEAKS_FROM), findCopies(texts, edit, FEWEST_WORDS, SPEAKS_FROM)];
      row(`${edit}, ${name}`, `${share(long)} of ${long.copies} (${share(short)} of ${short.copies})`);
    }
  }
  for (const [name, texts] of [
    ["posts", posts.slice(0, COMPARED)],
    ["articles that tell different stories", apart(pairs)],
  ] as const) {
    const { pairs: all, alike } = falsePairs(texts);
    row(
      `taken for reprints among ${name}`,
      `${alike.length} of ${all} pairs (${((alike.length / all) * 10_000).toFixed(3)} in 10,000)`,
    );
  }
}

/** One article of each pair: two of one pair may well be reprints. */
function apart(pairs: NonNullable<ReturnType<typeof goldPairs>>): string[] {
  return pairs.map(({ first }) => first.text);
}

/** Prints time, memory and reads of grouping a day's articles against three days before. */
export function reportDay(): void {
  const folder = mkdtempSync(join(tmpdir(), "mizan-stories-"));
  const file = join(folder, "articles.jsonl");
  const articles = [...variedArticles(A_DAY * (DAYS_BEFORE + 1))];
  if (articles.length === 0) return;
  writeFileSync(file, articles.map((article) => `${JSON.stringify(article)}\n`).join(""));
  const args = ["--import", "./report-peak.ts", "stories/day.ts", file, String(A_DAY * DAYS_BEFORE)];
  const child = spawnSync(process.execPath, args, { cwd: import.meta.dirname, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  if (child.status !== 0) throw new Error(`grouping a day ended with ${child.status}: ${child.stderr}`);
  const { today, before, characters, stories, keys, articles: read } = JSON.parse(child.stdout) as DayReport;
  console.log(
    `\nA day of ${A_DAY} articles against ${A_DAY * DAYS_BEFORE}, mean ${characters.toFixed(0)} characters, one core`,
  );
  row("seconds for the day (and for all before it)", `${today.toFixed(1)} (${before.toFixed(1)})`);
  row("peak memory", /peak (\d+ MB)/u.exec(child.stderr)?.[1] ?? "unknown");
  row("keys looked up an article, mean and most", `${keys.mean.toFixed(1)}, ${keys.most}`);
  row("sketches read an article, mean and most", `${read.mean.toFixed(1)}, ${read.most}`);
  row("stories", String(stories));
}

const figure = (value: number): string => value.toFixed(3);
const share = ({ found, copies }: { found: number; copies: number }): string =>
  `${((100 * found) / copies).toFixed(1)} %`;
const words = (model: Readonly<Record<string, number>>): string =>
  Object.entries(model)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`)
    .join(", ");

function row(name: string, value: string): void {
  console.log(`  ${name.padEnd(56)}${value}`);
}

if (import.meta.main) {
  reportStories();
  reportDay();
}
