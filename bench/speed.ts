/**
 * `npm run bench`: how fast the parts are, by processor time, and how much memory a long run takes. Machines differ and
 * are noisy: compare figures of one run with each other, not with another day's.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { checkedWatchlist, readWatchFolder } from "../cli/local/watch-folder.ts";
import { loadSamplePress } from "../cli/press/load-sample-press.ts";
import { writeFeed } from "../cli/press/write-feed.ts";
import { writePage } from "../cli/press/write-page.ts";
import { readPage } from "../shared/articles/read-page.ts";
import { parseFeed } from "../shared/feeds/parse-feed.ts";
import { compileMatcher } from "../shared/matching/compile-matcher.ts";
import { LANGUAGES, type MatchInput } from "../shared/model.ts";
import { benchArchive } from "./archive.ts";
import { meanLength, readLongArticles, readPosts } from "./articles.ts";
import { benchBundles } from "./bundles.ts";
import { corpusPath } from "./corpus.ts";
import { benchExtraction } from "./extraction.ts";
import { benchFeedSuites } from "./feed-suites.ts";
import { benchHostile } from "./hostile.ts";
import { benchPhrases } from "./phrases.ts";
import { benchPolling } from "./polling.ts";
import { perSecond, rate } from "./rate.ts";
import { benchSite } from "./site.ts";

const ROOT = join(import.meta.dirname, "..");

function row(name: string, value: string): void {
  console.log(`${name.padEnd(64)}${value.padStart(14)}`);
}

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
  const kinds = { "sample press": ours, posts: readPosts(), "long articles": readLongArticles() };
  for (const [kind, articles] of Object.entries(kinds))
    if (articles !== undefined)
      row(
        `articles matched (${articles.length} ${kind}, mean ${meanLength(articles)} characters)`,
        perSecond(await rate(articles, matcher)),
      );
  benchHostile(matcher, row);
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
await benchFeedSuites(row);
await benchPages();
benchExtraction(row);
await benchMatching();
await benchPhrases(row);
await benchSite(row);
await benchArchive(row);
await benchRun();
await benchPolling(row);
await benchBundles(row);
