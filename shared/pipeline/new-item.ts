import type { FeedEntry, Instant, Item, Monitor, Source } from "../model.ts";
import { between, HOUR, localDate } from "../time.ts";
import { cut, LONGEST_ADDRESS, LONGEST_LINE, LONGEST_SUMMARY, LONGEST_TEXT } from "./bounds.ts";

/** A date further ahead of the clock than this is a mistake, not a schedule. */
const FUTURE_MS = HOUR;

/** Where and when an entry was listed. */
export interface Sighting {
  readonly source: Source;
  readonly feed: string;
  readonly now: Instant;
  readonly monitor: Monitor;
}

/** The item that a feed's entry becomes when it is first seen, or, as `revision` 2, 3 …, when it was changed. */
export function newItem(
  entry: FeedEntry,
  id: string,
  revision: number,
  { source, feed, now, monitor }: Sighting,
): Item {
  const { published: claimed, updated, url = feed, title = "", summary, content, author } = entry;
  const date = revision > 1 ? (updated ?? claimed) : (claimed ?? updated);
  const isFuture = date !== undefined && between(now, date) > FUTURE_MS;
  const isStale = date !== undefined && between(date, now) > monitor.polling.freshMs;
  return {
    id: revision === 1 ? id : `${id}~${revision}`,
    source: source.id,
    feed,
    url: url.length > LONGEST_ADDRESS ? feed : url,
    title: cut(title, LONGEST_LINE),
    ...(summary === undefined ? {} : { summary: cut(summary, content === undefined ? LONGEST_TEXT : LONGEST_SUMMARY) }),
    ...(content === undefined ? {} : { content: cut(content, LONGEST_TEXT) }),
    ...(author === undefined ? {} : { author: cut(author, LONGEST_LINE) }),
    ...(date === undefined || isFuture ? { dateProblem: isFuture ? "future" : "missing" } : { published: date }),
    firstSeen: now,
    day: localDate(now, monitor.timeZone),
    revision,
    state: isStale ? "stale" : "waiting",
    attempts: 0,
  };
}
