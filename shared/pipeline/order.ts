import { compareText } from "../digest/compare-text.ts";
import type { Problem } from "../model.ts";
import type { DeliveryMark } from "./ports.ts";

/** Orders that a store promises and databases do not keep: theirs is by bytes of UTF-8, ours by UTF-16 code units. */

export function byFeed(a: { readonly feed: string }, b: { readonly feed: string }): number {
  return compareText(a.feed, b.feed);
}

export function byProblem(a: Problem, b: Problem): number {
  return compareText(a.source, b.source) || compareText(a.stage, b.stage) || compareText(a.reason, b.reason);
}

export function byRevisionAndChannel(a: DeliveryMark, b: DeliveryMark): number {
  return a.revision - b.revision || compareText(a.channel, b.channel);
}
