import { readPage } from "../articles/read-page.ts";
import type { Article, EndState, Item, PageText, Source, Watchlist } from "../model.ts";
import { canonicalUrl } from "../web/canonical-url.ts";
import { type AskHostDeps, askHost } from "./ask-host.ts";
import { cut, LONGEST_ADDRESS, LONGEST_LINE, LONGEST_TEXT } from "./bounds.ts";
import { REFUSALS, requestFor } from "./requests.ts";

/** What asking for a page came to. */
export type PageAnswer =
  | { readonly kind: "read"; readonly page: PageText; readonly url: string }
  | { readonly kind: "gone"; readonly reason: string }
  /** The outlet will not, or cannot ever, give us this page. */
  | { readonly kind: "refused"; readonly state: "blocked" | "failed"; readonly reason: string }
  /** It may go better later. */
  | { readonly kind: "unavailable"; readonly reason: string };

/** The text an article will be judged by, and the address that is its own. */
export interface Reading extends Pick<Article, "title" | "text" | "url" | "textFrom"> {
  readonly page?: PageText;
  readonly pageProblem?: string;
}

/** Asks for the item's page and reads it. */
export async function askForPage(
  deps: AskHostDeps & { readonly watchlist: Watchlist },
  item: Item,
  source: Source,
): Promise<PageAnswer> {
  if (item.url === item.feed) return { kind: "refused", state: "failed", reason: "the feed gives no address for it" };
  const answer = await askHost(deps, requestFor("page", item.url, deps.watchlist.monitor));
  if ("problem" in answer) return { kind: "unavailable", reason: answer.problem };
  const { status, url, headers, body } = answer.response;
  const reason = `${status} from ${url}`;
  if (status === 410) return { kind: "gone", reason };
  if (REFUSALS.has(status)) return { kind: "refused", state: "blocked", reason };
  if (status === 429 || status >= 500) return { kind: "unavailable", reason };
  if (status !== 200) return { kind: "refused", state: "failed", reason };
  const contentType = headers["content-type"];
  const page = readPage(body, {
    url,
    timeZone: source.timeZone,
    ...(contentType === undefined ? {} : { contentType }),
    ...(source.page === undefined ? {} : { selectors: source.page }),
  });
  if ("problem" in page) return { kind: "refused", state: "failed", reason: `${page.problem} on ${url}` };
  return { kind: "read", page, url };
}

/** The page's text, or the feed's own, or why there is neither. */
export function readingFrom(
  item: Item,
  answer: Exclude<PageAnswer, { kind: "gone" }>,
): Reading | { readonly state: EndState; readonly reason: string } {
  if (answer.kind === "read") {
    const { page, url } = answer;
    return {
      title: item.title || cut(page.title ?? "", LONGEST_LINE),
      text: cut(page.text, LONGEST_TEXT),
      url: ownAddress(page.canonical, url),
      textFrom: "page",
      page,
    };
  }
  const text = item.content ?? item.summary;
  if (text === undefined) return { state: answer.kind === "refused" ? answer.state : "failed", reason: answer.reason };
  return {
    title: item.title,
    text,
    url: item.url,
    textFrom: "feed",
    pageProblem: answer.reason,
  };
}

/** The address the page gives as its own, where that is believable: on the same host and not the front page. */
function ownAddress(canonical: string | undefined, url: string): string {
  const address = canonicalUrl(url) ?? url;
  if (canonical === undefined || canonical.length > LONGEST_ADDRESS) return address;
  const [own, asked] = [new URL(canonical), new URL(address)];
  return own.pathname !== "/" && bareHost(own) === bareHost(asked) ? canonical : address;
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^(www|m|amp)\./u, "");
}
