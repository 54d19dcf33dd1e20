import { daysBetween } from "./days.ts";
import type { Frequencies } from "./frequencies.ts";
import { firstAlike, lastAlike } from "./root-term.ts";
import type { Sketch, Terms } from "./sketch.ts";

type Weigh = (term: number) => number;

/** Names that an article has too few of say little: so much is added to what all of them tell, in nats. */
const FEW_NAMES = 5;
const FEW_SOUNDS = 8;
/** What numbers of both can tell at most, and sounds of both, in nats. */
const MOST_NUMBERS = 10;
const MOST_SOUNDS = 20;
/** A sound heard in more than one of seven articles (e² = 7) tells nothing. */
const COMMON_SOUND = 2;

/** Days apart that tell no more than so many: told in powers of two. */
const MOST_DOUBLINGS = 3;

/**
 * What speaks for two articles in one language being on one event, and what against it; all but the last 0 to 1:
 * - titles: how much of each title is found in the other article, the mean of both ways;
 * - names: how much of the names in each title and lead is;
 * - numbers: the numbers of both, over the numbers of either, without days;
 * - apart: 1 where each title names what the other article does not;
 * - otherDays: how far apart the nearest days are that both begin by naming, as a power of two, 0 to 3: a day is nothing.
 */
export function compareInOneLanguage(a: Sketch, b: Sketch, frequencies: Frequencies) {
  const weigh: Weigh = (term) => frequencies.weightOf(term, a.language);
  return {
    titles: (foundAlike(a.title, b.words, weigh) + foundAlike(b.title, a.words, weigh)) / 2,
    names: (foundAlike(a.leadNames, b.words, weigh) + foundAlike(b.leadNames, a.words, weigh)) / 2,
    numbers: overlap(a.numbers, b.numbers, weigh),
    apart: hasOther(a.titleNames, b.words) && hasOther(b.titleNames, a.words) ? 1 : 0,
    otherDays: Math.min(MOST_DOUBLINGS, Math.log2(Math.max(1, daysBetween(a.days, b.days) ?? 1))),
  };
}

/**
 * The same for two languages, which share names, numbers, and loans by their sound, each 0 to 1:
 * - names, sounds: how much of those in each title and lead is found in the other article, the mean of both ways;
 * - numbers, rareSounds: how much those of both tell together.
 */
export function compareAcrossLanguages(a: Sketch, b: Sketch, frequencies: Frequencies) {
  const weigh: Weigh = (term) => frequencies.sharedWeightOf(term);
  const weighRare: Weigh = (term) => Math.max(0, weigh(term) - COMMON_SOUND);
  return {
    names:
      (found(a.leadSharedNames, b.names, weigh, FEW_NAMES) + found(b.leadSharedNames, a.names, weigh, FEW_NAMES)) / 2,
    numbers: Math.min(1, common(a.longNumbers, b.longNumbers, weigh) / MOST_NUMBERS),
    sounds: (found(a.leadSounds, b.sounds, weigh, FEW_SOUNDS) + found(b.leadSounds, a.sounds, weigh, FEW_SOUNDS)) / 2,
    rareSounds: Math.min(1, common(a.sounds, b.sounds, weighRare) / MOST_SOUNDS),
  };
}

function found(terms: Terms, where: Terms, weigh: Weigh, slack = 0): number {
  const all = sum(terms, weigh) + slack;
  return all === 0 ? 0 : common(terms, where, weigh) / all;
}

/** The same for roots that begin alike. */
function foundAlike(roots: Terms, where: Terms, weigh: Weigh): number {
  const all = sum(roots, weigh);
  return all === 0 ? 0 : commonAlike(roots, where, weigh) / all;
}

function overlap(a: Terms, b: Terms, weigh: Weigh): number {
  const both = common(a, b, weigh);
  const either = sum(a, weigh) + sum(b, weigh) - both;
  return either === 0 ? 0 : both / either;
}

/** What the terms of both tell together. Both are in ascending order. */
function common(a: Terms, b: Terms, weigh: Weigh): number {
  let total = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left = 0, right = 0] = [a[i], b[j]];
    if (left === right) total += weigh(left);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return total;
}

/** What those of the first tell together that begin like some of the second. */
function commonAlike(roots: Terms, where: Terms, weigh: Weigh): number {
  let total = 0;
  let at = 0;
  for (const root of roots) {
    const first = firstAlike(root);
    while (at < where.length && (where[at] ?? 0) < first) at++;
    if (at < where.length && (where[at] ?? 0) <= lastAlike(root)) total += weigh(root);
  }
  return total;
}

function sum(terms: Terms, weigh: Weigh): number {
  let total = 0;
  for (const term of terms) total += weigh(term);
  return total;
}

function hasOther(names: Terms, words: Terms): boolean {
  return sum(names, () => 1) > commonAlike(names, words, () => 1);
}
