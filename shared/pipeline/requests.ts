import type { Monitor } from "../model.ts";
import { SECOND } from "../time.ts";
import { type Fetch, HttpError, type HttpRequest, type HttpResponse } from "./ports.ts";

const TIMEOUT_MS = 20 * SECOND;

/** Some outlets answer 406 to a list that names only feed types, so each list ends by taking anything. */
const ACCEPT = {
  feed: "application/rss+xml, application/atom+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, */*;q=0.5",
  page: "text/html, application/xhtml+xml;q=0.9, */*;q=0.5",
  robots: "text/plain, */*;q=0.5",
} as const;

/** Of a robots.txt, 500 KB are to be read at the least (RFC 9309 §2.5). */
const MOST_BYTES = { feed: 5_000_000, page: 3_000_000, robots: 512_000 } as const;

/** Statuses by which an outlet says that we may not read (RFC 9110 §15.5; 451 is RFC 7725). */
export const REFUSALS: ReadonlySet<number> = new Set([401, 402, 403, 451]);

/** What we call ourselves, and how robots.txt may call us. */
export const PRODUCT = "Mizan";

/** A request for a feed, a page or a robots.txt, saying honestly who asks. `validators` are sent as they were received. */
export function requestFor(
  kind: keyof typeof ACCEPT,
  url: string,
  monitor: Monitor,
  validators: { readonly etag?: string; readonly lastModified?: string } = {},
): HttpRequest {
  return {
    url,
    headers: {
      accept: ACCEPT[kind],
      "user-agent": `${PRODUCT}/0.1 (media monitor; +${monitor.polling.contact})`,
      ...(validators.etag === undefined ? {} : { "if-none-match": validators.etag }),
      ...(validators.lastModified === undefined ? {} : { "if-modified-since": validators.lastModified }),
    },
    maxBytes: MOST_BYTES[kind],
    timeoutMs: TIMEOUT_MS,
  };
}

/** An answer, or why there is none, as a value: an outlet that cannot be reached is expected. */
export async function ask(
  fetch: Fetch,
  request: HttpRequest,
): Promise<{ readonly response: HttpResponse } | { readonly problem: string }> {
  try {
    return { response: await fetch(request) };
  } catch (error) {
    if (error instanceof HttpError) return { problem: error.message };
    throw error;
  }
}
