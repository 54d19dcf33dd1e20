import { compareAcrossLanguages, compareInOneLanguage } from "./compare.ts";
import type { Frequencies } from "./frequencies.ts";
import type { Sketch } from "./sketch.ts";
import { ONE_LANGUAGE, PER_DAY, TWO_LANGUAGES } from "./weights.ts";

const MS_IN_AN_HOUR = 3_600_000;

/** How far the signs are above (or below) what it takes to say that both are on one event, in nats. Symmetric. */
export function sameEvent(a: Sketch, b: Sketch, frequencies: Frequencies): number {
  return weighSigns(a, b, frequencies) + PER_DAY * (hoursApart(a, b) / 24);
}

function weighSigns(a: Sketch, b: Sketch, frequencies: Frequencies): number {
  if (a.language === b.language) {
    const signs = compareInOneLanguage(a, b, frequencies);
    const { bias, titles, names, numbers, apart, otherDays, threshold } = ONE_LANGUAGE;
    const agreement = titles * signs.titles + names * signs.names + numbers * signs.numbers;
    return bias + agreement + apart * signs.apart + otherDays * signs.otherDays - threshold;
  }
  const signs = compareAcrossLanguages(a, b, frequencies);
  const { bias, names, numbers, sounds, rareSounds, threshold } = TWO_LANGUAGES;
  const sum = names * signs.names + numbers * signs.numbers + sounds * signs.sounds + rareSounds * signs.rareSounds;
  return bias + sum - threshold;
}

/** 0 where one of them has no date. */
export function hoursApart(a: Sketch, b: Sketch): number {
  if (a.publishedMs === undefined || b.publishedMs === undefined) return 0;
  return Math.abs(a.publishedMs - b.publishedMs) / MS_IN_AN_HOUR;
}
