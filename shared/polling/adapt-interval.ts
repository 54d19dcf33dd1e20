import { DAY, MINUTE } from "../time.ts";

/** No feed is asked oftener, whatever the watchlist says. */
export const SHORTEST_MS = 15 * MINUTE;
/** Every feed is asked once a day: the digest says of each how it is. */
export const LONGEST_MS = DAY;

/** From this share of known items on there is room to wait longer, and below that one items would soon be lost. */
const LENGTHENS_FROM = 0.67;
const SHORTENS_BELOW = 0.33;
/** Slowly up and quickly down: a wait that is too long loses items, one that is too short costs a request. */
const LONGER = 1.5;
const SHORTER = 0.5;
/** A feed waits so many times what the watchlist wants, and no longer: 2 hours where it says 15 minutes. */
const MOST_TIMES = 8;

/** How often the watchlist wants a feed to be asked, within what any outlet is asked. */
export function wantedMs(everyMs: number): number {
  return Math.min(Math.max(everyMs, SHORTEST_MS), LONGEST_MS);
}

/**
 * How long a feed is to be left alone, in milliseconds, after a poll in which `knownShare` (0 to 1) of what it listed was
 * known from the poll before; an answer without change counts as all known. Undefined: there is nothing to compare with.
 */
export function adaptInterval(beforeMs: number | undefined, everyMs: number, knownShare: number | undefined): number {
  const wanted = wantedMs(everyMs);
  const before = beforeMs ?? wanted;
  const factor =
    knownShare === undefined ? 1 : knownShare >= LENGTHENS_FROM ? LONGER : knownShare < SHORTENS_BELOW ? SHORTER : 1;
  const longest = Math.min(MOST_TIMES * wanted, LONGEST_MS);
  return Math.min(Math.max(Math.round(before * factor), SHORTEST_MS), longest);
}
