import { type Fetch, HttpError, type HttpResponse } from "./ports.ts";

/** As far as we follow an address that moved: RFC 9110 §15.4 leaves the bound to the client. */
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

/** The part of the standard `fetch` that is needed, so that any implementation of it can be handed in. */
export type PlainFetch = (
  url: string,
  init: {
    method: "GET" | "POST";
    headers: Record<string, string>;
    body?: string;
    redirect: "manual";
    signal: AbortSignal;
    /** For who sees the bytes before they are decompressed; the standard has no such bound. */
    maxBytes: number;
  },
) => Promise<Pick<Response, "status" | "headers" | "body">>;

/**
 * A `Fetch` over a standard one: follows redirects of a GET itself, holds the whole exchange to one time limit and the
 * body to `maxBytes` after decompression, and says in one line what went wrong.
 */
export function boundedFetch(fetch: PlainFetch): Fetch {
  return async ({ url, headers, body, maxBytes, timeoutMs }) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const method = body === undefined ? { method: "GET" as const } : { method: "POST" as const, body };
    let address = url;
    let moved: string | undefined;
    try {
      for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
        const init = { ...method, headers: { ...headers }, redirect: "manual" as const, signal, maxBytes };
        const response = await fetch(address, init);
        const isRedirect = body === undefined && REDIRECTS.has(response.status);
        const location = isRedirect ? response.headers.get("location") : null;
        if (location === null) {
          const received = await receive(response, address, maxBytes);
          return moved === undefined ? received : { ...received, moved };
        }
        await response.body?.cancel();
        const followsMoves = address === (moved ?? url);
        address = new URL(location, address).href;
        if (followsMoves && PERMANENT.has(response.status)) moved = address;
      }
      throw new HttpError(`more than ${MOST_REDIRECTS} redirects from ${told(url)}`);
    } catch (error) {
      if (error instanceof HttpError) throw error;
      const reason = signal.aborted ? `no answer within ${timeoutMs / 1000} s` : reasonOf(error);
      const where = address === url ? "" : " after a redirect";
      throw new HttpError(`${reason}${where} from ${told(url)}`, { cause: error });
    }
  };
}

/** An address as problems name it: they are published, and a password is not. */
function told(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null || (parsed.username === "" && parsed.password === "")) return url;
  return Object.assign(parsed, { username: "", password: "" }).href;
}

async function receive(
  response: Awaited<ReturnType<PlainFetch>>,
  url: string,
  maxBytes: number,
): Promise<HttpResponse> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new HttpError(`more than ${maxBytes} bytes from ${url}`);
    chunks.push(chunk);
  }
  return { status: response.status, url, headers: Object.fromEntries(response.headers), body: Buffer.concat(chunks) };
}

/** What Node's codes mean to a reader of the digest. */
const REASONS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "expired certificate",
  DEPTH_ZERO_SELF_SIGNED_CERT: "untrusted certificate",
  EAI_AGAIN: "host name not resolved",
  ECONNREFUSED: "connection refused",
  ECONNRESET: "connection closed too early",
  EHOSTUNREACH: "no route",
  ENETUNREACH: "no route",
  ENOTFOUND: "host name not found",
  ERR_INVALID_URL: "not a web address",
  ERR_TLS_CERT_ALTNAME_INVALID: "certificate of another host",
  ETIMEDOUT: "no connection",
  HPE_HEADER_OVERFLOW: "too many headers",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "untrusted certificate",
  ZSTD_error_frameParameter_windowTooLarge: "too wide a compression window",
  Z_DATA_ERROR: "broken compression",
};

/** The innermost cause in words, or as it calls itself where we have none. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const known = code === undefined ? undefined : REASONS[code];
  if (known !== undefined) return known;
  return error.cause === undefined ? (code ?? error.message) : reasonOf(error.cause);
}
