import { retryAfterMs } from "../polling/http-waits.ts";
import { plus, SECOND } from "../time.ts";
import type { Clock, Fetch, HttpRequest, HttpResponse, Store } from "./ports.ts";
import { ask } from "./requests.ts";

/** After "too many requests", also where the answer does not say how long. */
const REST_AFTER_429_MS = 30 * SECOND;

export interface AskHostDeps {
  readonly clock: Clock;
  readonly store: Pick<Store, "restHost">;
  readonly fetch: Fetch;
}

/**
 * An answer, or why there is none. Where the outlet answers that it is asked too much (429) or can answer nobody now
 * (503), its whole host is let alone for as long as it wants, by everyone.
 */
export async function askHost({ clock, store, fetch }: AskHostDeps, request: HttpRequest): ReturnType<typeof ask> {
  const answer = await ask(fetch, request);
  if ("problem" in answer) return answer;
  const now = clock();
  const restMs = restAfterMs(answer.response, retryAfterMs(answer.response.headers, now) ?? 0);
  if (restMs > 0)
    for (const host of new Set([request.url, answer.response.url].map((url) => new URL(url).host)))
      await store.restHost(host, plus(now, restMs));
  return answer;
}

function restAfterMs({ status }: HttpResponse, wantedMs: number): number {
  if (status === 429) return Math.max(wantedMs, REST_AFTER_429_MS);
  return status === 503 ? wantedMs : 0;
}

/** True while the host of an address wants to be let alone. */
export async function isResting(
  { clock, store }: { readonly clock: Clock; readonly store: Pick<Store, "hostRest"> },
  url: string,
): Promise<boolean> {
  const until = await store.hostRest(new URL(url).host);
  return until !== undefined && until > clock();
}
