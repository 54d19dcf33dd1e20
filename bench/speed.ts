/**
 * `npm run bench`: how fast the parts are and how much memory a long run takes. Machines differ and are noisy: compare
 * figures of one run with each other, not with another day's.
 */
import { spawnSync } from "node:child_process";
import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { checkedWatchlist, readWatchFolder } from "../cli/local/watch-folder.ts";
import { loadSamplePress } from "../cli/press/load-sample-press.ts";
import { writeFeed } from "../cli/press/write-feed.ts";
import { writePage } from "../cli/press/write-page.ts";
import { readPage } from "../shared/articles/read-page.ts";
import { parseFeed } from "../shared/feeds/parse-feed.ts";
import { compileMatcher } from "../shared/matching/compile-matcher.ts";
import { LANGUAGES, type MatchInput } from "../shared/model.ts";
import { benchBundles } from "./bundles.ts";
import { corpusPath } from "./corpus.ts";

const ROOT = join(import.meta.dirname, "..");
const LEAST_SECONDS = 3;

/** Calls `work` on the inputs in turn, after one warm-up round, for at least `LEAST_SECONDS`; calls a second. */
async function rate<T>(inputs: readonly T[], work: (input: T) => unknown): Promise<number> {
  for (const input of inputs.slice(0, 200)) await work(input);
  const start = performance.now();
  let calls = 0;
  while (performance.now() - start < LEAST_SECONDS * 1_000) {
    for (const input of inputs) {
      await work(input);
      calls++;
      if (calls % 16 === 0 && performance.now() - start >= LEAST_SECONDS * 1_000) break;
    }
  }
  return calls / ((performance.now() - start) / 1_000);
}

function row(name: string, value: string): void {
  console.log(`${name.padEnd(64)}${value.padStart(14)}`);
}

const perSecond = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} /s`;

const NOW = "2026-02-12T18:59:59.000Z";
const press = loadSamplePress();
const outlets = press.outlets.filter(({ feed }) => feed.format !== "dead" && feed.format !== "html");

async function benchFeeds(): Promise<void> {
  const options = { url: "http://bench.example/feed", timeZone: "Asia/Tashkent" };
  const ours = outlets.map((outlet) => writeFeed(outlet, NOW).body);
  row(
    `feeds parsed (sample press, ${ours.length} feeds)`,
    perSecond(await rate(ours, (body) => parseFeed(body, options))),
  );
  const folder = corpusPath("feeds/gofeed");
  if (folder === undefined) return;
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".xml"));
  const theirs = names.map((name) => readFileSync(join(folder, name)));
  row(
    `feeds parsed (gofeed's suite, ${theirs.length} small feeds)`,
    perSecond(await rate(theirs, (body) => parseFeed(body, options))),
  );
}

async function benchPages(): Promise<void> {
  const ours = outlets.flatMap((outlet) =>
    outlet.articles.map((article) => ({ url: article.url, body: writePage(outlet, article, NOW).body })),
  );
  row(
    `pages read (sample press, ${ours.length} pages)`,
    perSecond(await rate(ours, ({ url, body }) => readPage(body, { url, timeZone: "Asia/Tashkent" }))),
  );
  const folder = corpusPath("pages/news");
  if (folder === undefined) return;
  const theirs = readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .map((name) => readFileSync(join(folder, name)));
  row(
    `pages read (${theirs.length} captured news pages, mean ${Math.round(theirs.reduce((sum, page) => sum + page.length, 0) / theirs.length / 1024)} KB)`,
    perSecond(
      await rate(theirs, (body) => readPage(body, { url: "https://bench.example/", timeZone: "Asia/Tashkent" })),
    ),
  );
}

async function benchMatching(): Promise<void> {
  const watchlist = checkedWatchlist(await readWatchFolder(join(ROOT, "watch")));
  const themes = watchlist.dossiers.flatMap((dossier) => dossier.themes).length;
  const positions = watchlist.dossiers.flatMap((dossier) => dossier.positions).length;
  const start = performance.now();
  const matcher = compileMatcher(watchlist);
  for (const language of LANGUAGES) matcher({ text: "", language }); // each is compiled when its first article comes
  row(
    `matcher compiled (${themes} themes, ${positions} positions, ${LANGUAGES.length} languages)`,
    `${(performance.now() - start).toFixed(0)} ms`,
  );
  const ours: MatchInput[] = outlets.flatMap(({ articles }) => articles.map(({ title, text }) => ({ title, text })));
  row(`articles matched (sample press, mean ${meanLength(ours)} characters)`, perSecond(await rate(ours, matcher)));
  const posts = await readPosts();
  if (posts !== undefined)
    row(
      `articles matched (${posts.length} posts, mean ${meanLength(posts)} characters)`,
      perSecond(await rate(posts, matcher)),
    );
}

function meanLength(inputs: readonly MatchInput[]): number {
  return Math.round(inputs.reduce((sum, { title = "", text }) => sum + title.length + text.length, 0) / inputs.length);
}

async function readPosts(): Promise<MatchInput[] | undefined> {
  const path = corpusPath("posts/gazeta.jsonl");
  if (path === undefined) return undefined;
  const posts: MatchInput[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const { text } = JSON.parse(line) as { text: string };
    posts.push({ text });
  }
  return posts;
}

/** A whole run, feeds to editions, in a process of its own, so that its peak memory is its own. */
async function benchRun(): Promise<void> {
  const path = corpusPath("posts/gazeta.jsonl");
  if (path === undefined) return;
  const data = await mkdtemp(join(tmpdir(), "mizan-bench-"));
  const start = performance.now();
  const child = spawnSync(
    process.execPath,
    [
      "--import",
      join(import.meta.dirname, "report-peak.ts"),
      join(ROOT, "cli/main.ts"),
      "--data",
      data,
      "demo",
      "--items",
      path,
    ],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  await rm(data, { recursive: true });
  if (child.status !== 0) throw new Error(`the run over the posts ended with ${child.status}: ${child.stderr}`);
  row("run over all posts, feeds to editions", `${((performance.now() - start) / 1_000).toFixed(0)} s`);
  row("  peak memory of that process", /peak (\d+ MB)/u.exec(child.stderr)?.[1] ?? "unknown");
}

console.log(`Node ${process.version}, ${availableParallelism()} cores, one used\n`);
await benchFeeds();
await benchPages();
await benchMatching();
await benchRun();
await benchBundles(row);
