import { createFrequencies } from "./frequencies.ts";
import { mix } from "./hash.ts";
import type { Placement } from "./place-article.ts";
import type { Sketch } from "./sketch.ts";
import { createStoryWindow } from "./story-window.ts";

/** One of the sketches: where it stands among them, and where it belongs; both ids are those of sketches. */
export interface Member extends Placement {
  readonly at: number;
  readonly sketch: Sketch;
}

/**
 * Groups articles that are all at hand, in the order of their dates, with words weighed by all of them. In which order
 * they are given changes nothing but the names: a story, and a text that was printed again, has the id of its earliest
 * article, of several as early (or of those without a date) the one that stands first. Yields after each article how
 * many are placed; returns the places in the order given.
 */
export function* groupInTurn(sketches: readonly Sketch[]): Generator<number, Placement[]> {
  const frequencies = createFrequencies();
  for (const sketch of sketches) frequencies.add(sketch);
  const window = createStoryWindow(frequencies);
  const members: Member[] = [];
  for (const { sketch, at } of inFixedOrder(sketches)) {
    const { story, reprintOf } = window.place(sketch);
    members.push({ sketch, at, story, ...(reprintOf === undefined ? {} : { reprintOf }) });
    yield members.length;
  }
  return named(members);
}

/** By date, those without one first; of the same date in an order that depends on their words only. */
export function inFixedOrder(sketches: readonly Sketch[]): { sketch: Sketch; at: number }[] {
  return sketches
    .map((sketch, at) => ({ sketch, at, time: sketch.publishedMs ?? 0, mark: markOf(sketch) }))
    .sort((a, b) => a.time - b.time || a.mark - b.mark || a.at - b.at);
}

function markOf({ title, words }: Sketch): number {
  return [...title, ...words].reduce((mark, term) => mix(Math.imul(mark, 31) + term), 0);
}

/** Gives each story and each text that was printed again the id of its earliest article, unless it is known by one before. */
export function named(members: readonly Member[], known: ReadonlySet<string> = new Set()): Placement[] {
  const stories = earliest(members, ({ story }) => story);
  const originals = earliest(members, ({ sketch, reprintOf }) => reprintOf ?? sketch.id);
  const nameOf = (firsts: ReadonlyMap<string, string>, group: string) =>
    known.has(group) ? group : (firsts.get(group) ?? group);
  const places: Placement[] = [];
  for (const { sketch, at, story, reprintOf } of members) {
    const original = nameOf(originals, reprintOf ?? sketch.id);
    const place = { story: nameOf(stories, story) };
    places[at] = original === sketch.id ? place : { ...place, reprintOf: original };
  }
  return places;
}

function earliest(members: readonly Member[], groupOf: (member: Member) => string): Map<string, string> {
  const firsts = new Map<string, Member>();
  for (const member of members) {
    const first = firsts.get(groupOf(member));
    if (first === undefined || isEarlier(member, first)) firsts.set(groupOf(member), member);
  }
  return new Map(Array.from(firsts, ([group, { sketch }]) => [group, sketch.id]));
}

function isEarlier(a: Member, b: Member): boolean {
  const [left, right] = [a.sketch.publishedMs ?? Number.MAX_VALUE, b.sketch.publishedMs ?? Number.MAX_VALUE];
  return left === right ? a.at < b.at : left < right;
}
