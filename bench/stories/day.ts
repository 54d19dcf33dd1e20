/**
 * Groups the last 3,000 of the articles in a JSON Lines file against those before, one by one as they would arrive, and
 * prints what it took as a line of JSON. Run by bench/stories.ts in a process of its own, for its peak memory.
 */
import { createReadStream } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { setFlagsFromString } from "node:v8";
import { checkedWatchlist, readWatchFolder } from "../../cli/local/watch-folder.ts";
import { createEntityFinder } from "../../shared/stories/find-entities.ts";
import { createFrequencies } from "../../shared/stories/frequencies.ts";
import { type StoryInput, sketchArticle } from "../../shared/stories/sketch.ts";
import { createStoryWindow } from "../../shared/stories/story-window.ts";

// As cli/main.ts has it.
setFlagsFromString("--heap-growing-percent=30");

/** What the parent reads. Reads as a store would count them. */
export interface DayReport {
  /** Seconds for the articles of the day, and for all before them. */
  readonly today: number;
  readonly before: number;
  readonly characters: number;
  readonly stories: number;
  readonly keys: { readonly mean: number; readonly most: number };
  readonly articles: { readonly mean: number; readonly most: number };
}

const [file = "", before = "0"] = process.argv.slice(2);
const watch = join(import.meta.dirname, "../../watch");
const findEntities = createEntityFinder(checkedWatchlist(await readWatchFolder(watch)).entities);
const frequencies = createFrequencies();
const window = createStoryWindow(frequencies);
const stories = new Set<string>();
const keys: number[] = [];
const articles: number[] = [];
const ms = { before: 0, today: 0 };
let characters = 0;
let done = 0;

for await (const line of createInterface({ input: createReadStream(file) })) {
  const input = JSON.parse(line) as StoryInput;
  const start = performance.now();
  const sketch = sketchArticle(input, findEntities);
  frequencies.add(sketch);
  const { story, lookups } = window.place(sketch);
  ms[done++ < Number(before) ? "before" : "today"] += performance.now() - start;
  characters += input.text.length;
  stories.add(story);
  keys.push(lookups.keys);
  articles.push(lookups.articles);
}

const measure = (values: readonly number[]) => ({
  mean: values.reduce((sum, value) => sum + value, 0) / values.length,
  most: Math.max(...values),
});
const report: DayReport = {
  today: ms.today / 1_000,
  before: ms.before / 1_000,
  characters: characters / done,
  stories: stories.size,
  keys: measure(keys),
  articles: measure(articles),
};
console.log(JSON.stringify(report));
