/**
 * `npm run calibrate`: learns from labelled text what tells that an article is about each theme of the dossiers, and what
 * speaks to each position, and how, and writes it to `watch/learnt/`; then finds the weights by which that and all other
 * signs count, and writes them to `shared/matching/theme-weights.ts` and `stance-weights.ts`. Prints what both reach on
 * items they were not found on, by five-fold cross-validation.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { terminalProgress } from "../cli/local/progress.ts";
import { checkedWatchlist, readWatchFolder } from "../cli/local/watch-folder.ts";
import { weighPositions } from "../shared/matching/judge-positions.ts";
import { matchThemes, weighThemes } from "../shared/matching/judge-themes.ts";
import { createLearntOdds, type LearntOdds } from "../shared/matching/learnt-odds.ts";
import { SPEAKS_SIGNS, type SpeaksSigns } from "../shared/matching/position-signs.ts";
import { chanceOf, type StanceModel, type StanceWeights } from "../shared/matching/stance-model.ts";
import { STANCE_MODEL } from "../shared/matching/stance-weights.ts";
import { type ArticleOdds, articleOdds } from "../shared/matching/telling-window.ts";
import type { ThemeWeights } from "../shared/matching/theme-model.ts";
import { THEME_WEIGHTS } from "../shared/matching/theme-weights.ts";
import { union } from "../shared/matching/traits.ts";
import type { Dossier } from "../shared/model.ts";
import { formatLearnt } from "../shared/watchlist/learnt-file.ts";
import { type LearntTraits, learnTraits, learntOf } from "./learn-traits.ts";
import { type Case, learningCases } from "./learning-cases.ts";
import { reachedWith, type WeighedCase, weightsFrom } from "./stance-fit.ts";
import { createRandom, shuffled } from "./stories/random.ts";
import { fitThemes, reachedOnThemes, type ThemeCase } from "./theme-fit.ts";

const FOLDS = 5;
const SEED = 17;
/** What was published counts for as many texts that were written to learn from: it is what will be read. */
const TIMES_PUBLISHED = 4;
const PUBLISHED: ReadonlySet<Case["set"]> = new Set(["news", "press", "posts"]);
/** Tried for the least probability. */
const THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];
const HEADS = ["least", "stance", "news", "press", "posts", "written", "relation"];

/**
 * By how much four figures together may be less than the best for the sake of a lower threshold: what is missed nobody
 * sees, what is said without cause stands beside its sentence.
 */
const NEARLY = 0.02;
/** What tells of a sentence by itself that its subject is spoken of and that one frame fits there. */
const PLAIN: SpeaksSigns = { ...noSigns(), subject: 1, frames: 0.5, anyFrame: 1, length: Math.LN2 };

const watchlist = checkedWatchlist(await readWatchFolder(join(import.meta.dirname, "../watch")));
const { dossiers, monitor } = watchlist;
const asked = {
  themes: dossiers.flatMap((one) => idsOf(one).themes),
  positions: dossiers.flatMap((one) => idsOf(one).positions),
};
const progress = terminalProgress();
progress.show("reading labelled texts");
const cases = learningCases(watchlist);

/** What `taught` teaches: nearly all of it is as short as the windows in which longer articles are read. */
function learnFrom(taught: readonly Case[]): LearntTraits {
  return learnTraits(
    taught.map(({ set, article, about, stands }) => ({
      counts: PUBLISHED.has(set) ? TIMES_PUBLISHED : 1,
      traits: union(article.traits),
      positions: stands,
      ...(about === undefined ? {} : { themes: about }),
    })),
    asked,
  );
}

function idsOf({ themes, positions }: Pick<Dossier, "themes" | "positions">) {
  return { themes: themes.map(({ id }) => id), positions: positions.map(({ id }) => id) };
}
const oddsOf = (learnt: LearntTraits) =>
  createLearntOdds(dossiers.map((one) => ({ ...one, learnt: learntOf(learnt, idsOf(one)) })));
const NOTHING_LEARNT = createLearntOdds(dossiers.map(({ themes, positions }) => ({ themes, positions })));

/** A case, and what labelled text tells of it. */
interface ToldCase {
  readonly one: Case;
  readonly odds: ArticleOdds;
}

const toldBy =
  (learnt: LearntOdds) =>
  (one: Case): ToldCase => ({ one, odds: articleOdds(one.article.traits, learnt) });

/** Every case with what the others taught, so that what was learnt is trusted as far as it holds of what is new. */
function toldByOthers(): ToldCase[] {
  const order = shuffled(cases, createRandom(SEED));
  return Array.from({ length: FOLDS }, (_, fold) => {
    progress.show(`learning, part ${fold + 1} of ${FOLDS + 1}`);
    const learnt = oddsOf(learnFrom(order.filter((_, i) => i % FOLDS !== fold)));
    return order.filter((_, i) => i % FOLDS === fold).map(toldBy(learnt));
  }).flat();
}

function themeCaseOf({ one, odds }: ToldCase, weights: ThemeWeights): ThemeCase {
  return { one, all: weighThemes(one.themes, one.scores, odds, weights) };
}

/** A case with its positions weighed, beside the themes that it is found to be about with these weights. */
function weighedCaseOf(told: ToldCase, weights: ThemeWeights): WeighedCase {
  const { one, odds } = told;
  const { article, readings } = one;
  const themes = matchThemes(themeCaseOf(told, weights).all, article, odds, monitor.thresholds.theme);
  return { one, all: weighPositions(readings, article, odds, themes, STANCE_MODEL) };
}

function noSigns(): SpeaksSigns {
  return Object.fromEntries(SPEAKS_SIGNS.map((name) => [name, 0])) as SpeaksSigns;
}

/** Weights with a threshold that was tried, and how well texts are read with them, in four figures together. */
interface Tried {
  readonly weights: StanceWeights;
  readonly goal: number;
}

function triedWith(name: string, weighed: readonly WeighedCase[], found: Omit<StanceWeights, "least">): Tried[] {
  console.log(`\n${name}\n${HEADS.map((head) => head.padStart(9)).join("")}`);
  return THRESHOLDS.map((least) => {
    const weights = { ...found, least };
    const reached = reachedWith(weights, weighed);
    console.log([least, ...Object.values(reached)].map((cell) => cell.toFixed(2).padStart(9)).join(""));
    return { weights, goal: reached.stance + reached.news + reached.press + reached.written };
  });
}

/** What was learnt holds of each set as far as it does; the threshold is the lowest that does nearly as well as the best. */
function learntWeights(): StanceWeights {
  const weighed = others.map((told) => weighedCaseOf(told, themeWeights));
  const found = weightsFrom(weighed, (set) => set);
  const tried = triedWith("positions of which something was learnt", weighed, found);
  const best = Math.max(...tried.map(({ goal }) => goal));
  return weightsOf(tried.find(({ goal }) => goal >= best - NEARLY));
}

/** An analyst who tries a position out sees what it finds: a frame that fits where its subject is spoken of is enough. */
function unlearntWeights(): StanceWeights {
  const weighed = cases.map(toldBy(NOTHING_LEARNT)).map((told) => weighedCaseOf(told, themeWeights));
  const found = weightsFrom(weighed, (set) => (PUBLISHED.has(set) ? "published" : set));
  const tried = triedWith("positions of which nothing was learnt, by their queries alone", weighed, found);
  return weightsOf(tried.findLast(({ weights }) => chanceOf({ speaks: PLAIN, weights }) >= weights.least));
}

function weightsOf(tried: Tried | undefined): StanceWeights {
  if (tried === undefined) throw new Error("there is no labelled text to learn from");
  return tried.weights;
}

const others = toldByOthers();
progress.show(`learning, part ${FOLDS + 1} of ${FOLDS + 1}`);
const learnt = learnFrom(cases);
progress.clear();

console.log(`${cases.length} texts, cross-validated\n\nthemes, F1`);
const weighedThemes = others.map((told) => themeCaseOf(told, THEME_WEIGHTS));
const themeWeights = fitThemes(weighedThemes);
for (const [set, reached] of reachedOnThemes(themeWeights, weighedThemes)) {
  const cells = [reached.precision, reached.recall, reached.f1].map((cell) => cell.toFixed(2).padStart(9));
  console.log(`${set.padEnd(9)}${cells.join("")}`);
}

console.log(
  "\npositions: accuracy on stance items, F1 on the others, and how many relations are right where both found one",
);
const model: StanceModel = { learnt: learntWeights(), unlearnt: unlearntWeights() };

const folder = join(import.meta.dirname, "../watch/learnt");
mkdirSync(folder, { recursive: true });
for (const one of dossiers) writeFileSync(join(folder, `${one.id}.txt`), formatLearnt(learntOf(learnt, idsOf(one))));
writeWeights(
  "theme-weights.ts",
  `import type { ThemeWeights } from "./theme-model.ts";

/**
 * What each sign adds to the log-odds that an article is about a theme of which something was learnt. Found by
 * \`npm run calibrate\` on ${cases.length} labelled texts; run it again after changing a dossier's themes.
 */
export const THEME_WEIGHTS: ThemeWeights = `,
  themeWeights,
);
writeWeights(
  "stance-weights.ts",
  `import type { StanceModel } from "./stance-model.ts";

/**
 * What each sign adds to the log-odds, and the least probability with which an article is said to speak to a position.
 * Found by \`npm run calibrate\` on ${cases.length} labelled texts; run it again after changing a dossier's positions.
 */
export const STANCE_MODEL: StanceModel = `,
  model,
);

/** As it would be formatted by hand. */
function writeWeights(name: string, head: string, weights: object): void {
  const literal = JSON.stringify(weights, undefined, 2)
    .replace(/"(\w+)":/gu, "$1:")
    .replace(/(?<=[\d}])\n/gu, ",\n");
  writeFileSync(join(import.meta.dirname, "../shared/matching", name), `${head}${literal};\n`);
}
