import { once } from "node:events";
import { stdout } from "node:process";
import { buffer } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { type Feed, type FeedResult, MOST_FEED_BYTES, parseFeed } from "../../shared/feeds/parse-feed.ts";
import type { Watchlist } from "../../shared/model.ts";
import { ask, requestFor } from "../../shared/pipeline/requests.ts";
import { checkedWatchlist, readWatchFolder } from "../local/watch-folder.ts";
import { webFetch } from "../local/web-fetch.ts";
import { openInput } from "../open-input.ts";
import { UsageError } from "../usage-error.ts";

const ADDRESS = /^https?:\/\//iu;

export interface FeedOptions {
  readonly watch: string;
  /** IANA zone of dates that name none. */
  readonly timeZone: string;
}

/**
 * Reads feeds, files or web addresses, and writes what each lists as a line of JSON, in order, with its name where there
 * are several. What is no feed is told at the end, in a line each, by a `UsageError`.
 */
export async function feed(inputs: readonly string[], options: FeedOptions): Promise<void> {
  checkTimeZone(options.timeZone);
  const watchlist = inputs.some(isAddress) ? checkedWatchlist(await readWatchFolder(options.watch)) : undefined;
  const problems: string[] = [];
  for (const input of inputs) {
    const reading = watchlist !== undefined && isAddress(input) ? ofAddress(input, watchlist) : ofFile(input, options);
    const read = await reading.catch(problemOf);
    if (!read.ok) {
      problems.push(read.detail);
      continue;
    }
    const lists = printed(read.feed);
    const line = JSON.stringify(inputs.length > 1 ? { file: input, ...lists } : lists);
    if (!stdout.write(`${line}\n`)) await once(stdout, "drain");
  }
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
}

type Read = FeedResult | { readonly ok: false; readonly detail: string };

function isAddress(input: string): boolean {
  return ADDRESS.test(input);
}

async function ofFile(file: string, { timeZone }: FeedOptions): Promise<Read> {
  await using handle = await openInput(file);
  const bytes = await buffer(handle.createReadStream({ end: MOST_FEED_BYTES - 1, autoClose: false }));
  const result = await parseFeed(bytes, { url: pathToFileURL(file).href, timeZone });
  return result.ok ? result : { ok: false, detail: `${file}: ${result.detail}` };
}

async function ofAddress(address: string, { monitor, sources }: Watchlist): Promise<Read> {
  const answer = await ask(webFetch(address), requestFor("feed", address, monitor));
  if ("problem" in answer) return { ok: false, detail: answer.problem };
  const { status, url, headers, body } = answer.response;
  if (status !== 200) return { ok: false, detail: `${status} from ${url}` };
  const contentType = headers["content-type"];
  const source = sources.find(({ feeds }) => feeds.includes(address));
  return await parseFeed(body, {
    url,
    timeZone: source?.timeZone ?? monitor.timeZone,
    ...(contentType === undefined ? {} : { contentType }),
  });
}

/** A file that cannot be read is one of several: it does not stop the rest. */
function problemOf(error: unknown): Read {
  if (error instanceof UsageError) return { ok: false, detail: error.message };
  throw error;
}

function printed({ title, entries }: Feed) {
  const items = entries.map((entry) => ({
    id: entry.guid,
    title: entry.title,
    link: entry.link,
    published: entry.published,
    updated: entry.updated,
    summary: entry.summary,
    content: entry.content,
    authors: entry.authors,
  }));
  return { title, items };
}

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
  } catch {
    throw new UsageError(`--time-zone ${timeZone}: no time zone of that name; give one as Asia/Tashkent`);
  }
}
