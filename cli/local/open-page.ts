import { readPage } from "../../shared/articles/read-page.ts";
import type { PageStub, PageText, Source, Watchlist } from "../../shared/model.ts";
import { ask, requestFor } from "../../shared/pipeline/requests.ts";
import { openInput } from "../open-input.ts";
import { UsageError } from "../usage-error.ts";
import { webFetch } from "./web-fetch.ts";

/** What is held in memory of a file, in bytes; of a page much less is read. */
const LARGEST_FILE = 100_000_000;

/** A page as it came, and where from. */
export interface Page {
  readonly bytes: Uint8Array;
  readonly url?: string;
  readonly contentType?: string;
}

/** The page at a web address. Throws a `UsageError` where there is none to be had. */
export async function pageAt(address: string, watchlist: Watchlist): Promise<Page> {
  const answer = await ask(webFetch(address), requestFor("page", address, watchlist.monitor));
  if ("problem" in answer) throw new UsageError(`${address}: ${answer.problem}`);
  const { status, url, body, headers } = answer.response;
  if (status !== 200) throw new UsageError(`${address}: ${status} from ${url}`);
  const contentType = headers["content-type"];
  return { bytes: body, url, ...(contentType === undefined ? {} : { contentType }) };
}

/** All of a file that the person at the keyboard named. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  await using handle = await openInput(file);
  const { size } = await handle.stat();
  if (size > LARGEST_FILE) throw new UsageError(`${file}: more than ${LARGEST_FILE} bytes`);
  return await handle.readFile();
}

/** What a page says, by its outlet's selectors and time zone where the outlet is watched. */
export function readingOf({ bytes, ...page }: Page, watchlist: Watchlist): PageText | PageStub {
  const source = sourceAt(page.url, watchlist);
  const selectors = source?.page === undefined ? {} : { selectors: source.page };
  return readPage(bytes, { ...page, ...selectors, timeZone: source?.timeZone ?? watchlist.monitor.timeZone });
}

/** The watched outlet whose feeds are of the same host. */
export function sourceAt(url: string | undefined, { sources }: Watchlist): Source | undefined {
  return sources.find(({ feeds }) => feeds.some((feed) => hostOf(feed) === hostOf(url)));
}

export function isAddress(input: string): boolean {
  return /^https?:\/\//iu.test(input) && URL.canParse(input);
}

function hostOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : new URL(address).hostname.replace(/^www\./u, "");
}
