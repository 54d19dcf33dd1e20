import type { StanceModel } from "./stance-model.ts";

/**
 * What each sign adds to the log-odds, and the least probability with which an article is said to speak to a position.
 * Found by `npm run calibrate` on 2494 labelled articles; run it again after changing a dossier's positions.
 */
export const STANCE_MODEL: StanceModel = {
  least: 0.22,
  speaks: {
    bias: -10.02,
    theme: 1.66,
    subject: 2.32,
    frames: 1.53,
    anyFrame: 0.34,
    halves: 0.65,
    likeness: 2.71,
    likenessLead: 0.29,
    length: -0.48,
    elsewhere: -1.42,
    anyTheme: 0.39,
    tone: 0.49,
    undecided: 0.78,
    bestLikeness: -0.71,
  },
  side: {
    bias: -0.09,
    frameTitle: 0.47,
    frameAsserted: 0.98,
    frameTurned: 0.59,
    halfTitle: -0.4,
    halfAsserted: 0.22,
    halfTurned: -0.13,
    toneTitle: 0.2,
    toneAsserted: 0.32,
    toneTurned: -0.42,
    likeness: 0.51,
    likenessShare: 0.45,
  },
  mention: {
    bias: -0.85,
    anyFrame: -0.15,
    frames: -0.78,
    undecided: 2.77,
    possibility: 0.67,
    condition: 0.41,
    now: -0.33,
    contrast: -0.46,
    likeness: 0.53,
  },
};
