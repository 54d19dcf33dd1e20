import robotsParser from "robots-parser";
import type { Watchlist } from "../model.ts";
import { between, DAY, MINUTE } from "../time.ts";
import { type AskHostDeps, askHost } from "./ask-host.ts";
import type { RobotsRecord, Store } from "./ports.ts";
import { PRODUCT, requestFor } from "./requests.ts";

// What is exported is the function itself; its types say that it is named `default` (samclarke/robots-parser#47).
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** Rules are not used for longer (RFC 9309 §2.4). */
const KEPT_MS = DAY;
/** After an answer that was none: longer than a reading is put off, so that its last try has the same. */
const ASKED_AGAIN_MS = 30 * MINUTE;
/** In UTF-16 code units, without comments and site maps; more rules than that are nobody's. */
const MOST_RULES = 100_000;

export interface RobotsDeps extends AskHostDeps {
  readonly store: Pick<Store, "restHost" | "robots" | "saveRobots">;
  readonly watchlist: Watchlist;
}

/** Whether a page may be asked for; `not-now` where the outlet's robots.txt was asked for instead, which took its turn. */
export type Permission =
  | "allowed"
  | "not-now"
  /** What could not be asked may not be read (RFC 9309 §2.3.1.4), for now. */
  | { readonly problem: string }
  | { readonly forbidden: string };

/** What the robots.txt of a page's origin says, from the store or, once a day, from the outlet. */
export async function permissionFor(deps: RobotsDeps, url: string): Promise<Permission> {
  const { clock, store } = deps;
  const { origin } = new URL(url);
  const known = await store.robots(origin);
  if (
    known === undefined ||
    between(known.asked, clock()) >= (known.problem === undefined ? KEPT_MS : ASKED_AGAIN_MS)
  ) {
    await store.saveRobots(await askForRobots(deps, origin, known));
    return "not-now";
  }
  if (known.rules === undefined) return { problem: known.problem ?? `no answer for ${origin}/robots.txt` };
  const isAllowed = parseRobots(`${origin}/robots.txt`, known.rules).isAllowed(url, PRODUCT) ?? true;
  return isAllowed ? "allowed" : { forbidden: `forbidden by ${origin}/robots.txt` };
}

/** Rules that were known hold for as long as there are no others to be had. */
async function askForRobots(deps: RobotsDeps, origin: string, before: RobotsRecord | undefined): Promise<RobotsRecord> {
  const answer = await askHost(deps, requestFor("robots", `${origin}/robots.txt`, deps.watchlist.monitor));
  const rules = "problem" in answer ? answer : rulesOf(answer.response);
  const asked = deps.clock();
  if (typeof rules === "string") return { origin, asked, rules };
  return { origin, asked, ...(before?.rules === undefined ? {} : { rules: before.rules }), ...rules };
}

/** The lines that count of a robots.txt, none where the outlet has none; or why that is not known. */
function rulesOf({ status, url, body }: { readonly status: number; readonly url: string; readonly body: Uint8Array }) {
  if (status === 429 || status >= 500) return { problem: `${status} from ${url}` };
  if (status !== 200) return "";
  const lines = new TextDecoder().decode(body).split(/\r\n|\r|\n/u);
  const rules = lines.filter((line) => /^\s*(?:user-agent|allow|disallow)\s*:/iu.test(line)).join("\n");
  return rules.length > MOST_RULES ? { problem: `more rules than anyone writes in ${url}` } : rules;
}
