import { once } from "node:events";
import { stdout } from "node:process";
import type { PageFacts, Watchlist } from "../../shared/model.ts";
import { bytesOf, isAddress, type Page, pageAt, readingOf } from "../local/open-page.ts";
import { checkedWatchlist, readWatchFolder } from "../local/watch-folder.ts";
import { UsageError } from "../usage-error.ts";

export interface ReadOptions {
  readonly watch: string;
  /** Where the page in the one file is from. */
  readonly url?: string;
}

/**
 * Reads pages, files or web addresses, and writes what each says as a line of JSON, in order. What could not be read
 * is told at the end, in a line each, by a `UsageError`.
 */
export async function read(inputs: readonly string[], { watch, url }: ReadOptions): Promise<void> {
  if (url !== undefined && inputs.length > 1) throw new UsageError("--url says where one file is from: name one file");
  if (url !== undefined && !isAddress(url)) throw new UsageError(`--url is ${url}; write a full web address`);
  const watchlist = checkedWatchlist(await readWatchFolder(watch));
  const problems: string[] = [];
  for (const input of inputs) {
    try {
      const { problem, ...says } = lineOf(await open(input, url, watchlist), watchlist);
      if (problem !== undefined) problems.push(`${input}: ${problem}`);
      if (Object.keys(says).length === 0) continue;
      const line = JSON.stringify(inputs.length > 1 ? { file: input, ...says } : says);
      if (!stdout.write(`${line}\n`)) await once(stdout, "drain");
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
}

async function open(input: string, url: string | undefined, watchlist: Watchlist): Promise<Page> {
  if (isAddress(input)) return await pageAt(input, watchlist);
  return { bytes: await bytesOf(input), ...(url === undefined ? {} : { url }) };
}

/** What a page says, in the order in which it is written down, or why it has no text, or both. */
function lineOf(page: Page, watchlist: Watchlist) {
  const reading = readingOf(page, watchlist);
  const { title, authors, published, updated, language, canonical, image }: PageFacts = reading;
  const says = {
    title,
    text: "text" in reading ? reading.text : undefined,
    authors,
    published,
    updated,
    language,
    canonical,
    image,
  };
  const present = Object.entries(says).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(present), problem: "problem" in reading ? reading.problem : undefined };
}
