/**
 * What each sign weighs in deciding whether two articles are on one event: a logistic model, in nats. At `threshold` the
 * signs are taken to suffice.
 *
 * One language: fitted (penalty 0.3) on 210 pairs of full articles, 175 Russian and 35 English, labelled as the same story
 * or not (IlyaGusev/tgcontest). `node bench/stories.ts` cross-validates weights and threshold and prints them. Even odds
 * are the threshold: the best one of each fold lies within 0.1 of them, and is no better on the rest.
 *
 * Two languages: there are no such pairs. Fitted (penalty 0.3) on all pairs in two languages of 119 items of the Uzbek
 * press and of the sample press, grouped by hand; 27 of 9,509 are the same. The threshold is where a careful reader
 * began to disagree on those: few are found that share no names.
 */
export const ONE_LANGUAGE = {
  bias: -3.35,
  titles: 2.53,
  names: 2.2,
  both: 1.49,
  numbers: 1.37,
  apart: -2.03,
  threshold: 0,
} as const;

export const TWO_LANGUAGES = {
  bias: -7.16,
  names: 8.89,
  numbers: 4.24,
  sounds: 3.4,
  rareSounds: 3.67,
  threshold: -1.1,
} as const;

/**
 * How much less likely one event becomes with each day between two articles, in nats. Chosen, not fitted: no labelled
 * pair has dates. Enough to prefer the nearer of two stories, too little to part one.
 */
export const PER_DAY = -0.2;
