import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { gzipSync } from "node:zlib";
import { DAY, HOUR, MINUTE, SECOND } from "../../shared/time.ts";
import { feedAt, type Outlet } from "./outlets.ts";
import type { Visit } from "./rules.ts";

/** A schedule ticks at whole minutes: so much early is on time where nobody asked for more. */
const TOLERATED_MS = MINUTE;
const AFTER_429_MS = 30 * SECOND;

/** What an outlet remembers of the polls of one feed. */
export interface FeedMemory {
  asked: number;
  polledAt: number;
  toldUntil: number;
  /** The validators of the last whole feed, and when that was. */
  given: Validators;
  fullAt: number;
  /** Whether the last answer was a feed, or that it had not changed. */
  wasWell: boolean;
}

type Validators = { readonly etag?: string; readonly "last-modified"?: string };

export function newFeed(): FeedMemory {
  const never = Number.NEGATIVE_INFINITY;
  return { asked: 0, polledAt: never, toldUntil: never, given: {}, fullAt: never, wasWell: true };
}

/** Answers a poll as the outlet's temper is, and judges it. */
export function answerFeed(visit: Visit, outlet: Outlet, feed: FeedMemory): void {
  const { response, now, path, memory, tally } = visit;
  if (outlet.always === "moved" && !path.endsWith("/moved")) {
    memory.hop = `${path}/moved`;
    return void response.writeHead(301, { location: memory.hop }).end();
  }
  const sent = validatorsIn(visit.request.headers);
  checkPoll(visit, outlet, feed, sent);
  feed.asked++;
  feed.polledAt = now;
  const refusal = refusalOf(outlet, feed.asked, now);
  feed.wasWell = refusal === undefined;
  if (refusal !== undefined) {
    tally.refused++;
    const restMs = Math.max(refusal.restMs, refusal.status === 429 ? AFTER_429_MS : 0);
    memory.restUntil = Math.max(memory.restUntil, now + restMs);
    feed.toldUntil = Math.max(feed.toldUntil, now + refusal.waitMs);
    if (refusal.status === 0) return void response.destroy();
    return void response.writeHead(refusal.status, refusal.headers).end(refusal.body);
  }
  feed.toldUntil = now + (outlet.asksMs ?? 0);
  const body = feedAt(outlet, now);
  const validators = validatorsOf(outlet, body);
  const cookies = outlet.setsCookies ? { "set-cookie": `id=${now}; Max-Age=31536000` } : {};
  const told = { ...cookies, ...freshness(outlet, now) };
  const size = Buffer.byteLength(body);
  if (Object.keys(sent).length > 0 && (outlet.lies || isSame(sent, validators))) {
    tally.notModified++;
    tally.saved += size;
    return void response.writeHead(304, { ...told, etag: '"of a 304, which nobody keeps"' }).end();
  }
  feed.given = validators;
  feed.fullAt = now;
  const packed = gzipSync(body);
  tally.full++;
  tally.bytes += packed.byteLength;
  tally.saved += size - packed.byteLength;
  const headers = { ...told, ...validators, "content-type": "application/rss+xml", "content-encoding": "gzip" };
  response.writeHead(200, headers).end(packed);
}

function checkPoll({ now, breach }: Visit, outlet: Outlet, feed: FeedMemory, sent: Validators): void {
  const time = new Date(now);
  if (now < feed.toldUntil) breach("polls before told");
  if (now - feed.polledAt < 15 * MINUTE - TOLERATED_MS) breach("polls oftener than every quarter of an hour");
  if (outlet.skipHours?.includes(time.getUTCHours()) || outlet.skipDays?.includes(time.getUTCDay())) {
    if (feed.asked > 0) breach("polls in an hour or on a day that the feed excludes");
  }
  const isConditional = Object.keys(sent).length > 0;
  if (isConditional && !isSame(sent, feed.given)) breach("sends other validators than it was given");
  const isNeeded = Object.keys(feed.given).length === 0 || now - feed.fullAt >= DAY || !feed.wasWell || outlet.lies;
  if (!isConditional && !isNeeded) breach("asks for all of a feed again without need");
}

interface Refusal {
  /** 0: the connection is closed. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How long the host and the feed are to be left alone, in milliseconds. */
  readonly restMs: number;
  readonly waitMs: number;
}

function refusalOf({ always, refuses }: Outlet, asked: number, now: number): Refusal | undefined {
  const nothing = { headers: {}, body: "", restMs: 0, waitMs: 0 };
  if (always === "gone") return { ...nothing, status: 410, waitMs: 12 * HOUR };
  if (always === "broken") return { ...nothing, status: 500 };
  if (always === "closed") return { ...nothing, status: 0 };
  if (always === "challenge")
    return { ...nothing, status: 403, headers: { "cf-mitigated": "challenge" }, body: "<!DOCTYPE html><html></html>" };
  if (refuses === undefined || asked % refuses.everyNth !== 0) return undefined;
  const { status, retryAfter } = refuses;
  if (retryAfter === undefined) return { ...nothing, status };
  const ms = retryAfter === "date" ? 2 * HOUR : retryAfter * SECOND;
  // An HTTP date has whole seconds.
  const text = retryAfter === "date" ? new Date(now + ms).toUTCString() : `${retryAfter}`;
  const told = Math.floor((now + ms) / SECOND) * SECOND - now;
  return { ...nothing, status, headers: { "retry-after": text }, restMs: told, waitMs: told };
}

function freshness({ asksMs = 0, says }: Outlet, now: number): Readonly<Record<string, string>> {
  if (says === "cache-control") return { "cache-control": `public, max-age=${asksMs / SECOND}, s-maxage=5` };
  if (says === "expires") return { expires: new Date(now + asksMs).toUTCString() };
  return {};
}

/** As servers make them, with every sign that a client might spoil. */
function validatorsOf({ validators, lies }: Outlet, body: string): Validators {
  const hash = lies ? "always the same" : createHash("sha256").update(body).digest("base64");
  const etag = `W/"${hash} \u00abé\u00bb, \\ ;"`;
  const seconds = createHash("sha256").update(hash).digest().readUInt32BE() % 60;
  const date = `Tue, 3 Feb 2026 7:05:${seconds} +0500 (+05)`;
  return {
    ...(validators === "both" || validators === "etag" ? { etag } : {}),
    ...(validators === "both" || validators === "date" ? { "last-modified": date } : {}),
  };
}

function validatorsIn(headers: IncomingHttpHeaders): Validators {
  const { "if-none-match": etag, "if-modified-since": date } = headers;
  return { ...(etag === undefined ? {} : { etag }), ...(date === undefined ? {} : { "last-modified": date }) };
}

function isSame(one: Validators, other: Validators): boolean {
  return one.etag === other.etag && one["last-modified"] === other["last-modified"];
}
