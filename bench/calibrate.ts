/**
 * `npm run calibrate`: learns from labelled text what speaks to each position of the dossiers, and how, and writes it to
 * `watch/learnt/`; then finds the weights by which that and all other signs count, and writes them to
 * `shared/matching/stance-weights.ts`. Prints what both reach on items they were not found on, by five-fold
 * cross-validation.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { terminalProgress } from "../cli/local/progress.ts";
import { checkedWatchlist, readWatchFolder } from "../cli/local/watch-folder.ts";
import { weighPositions } from "../shared/matching/judge-positions.ts";
import { createLearntOdds } from "../shared/matching/learnt-odds.ts";
import type { StanceModel, StanceWeights } from "../shared/matching/stance-model.ts";
import { STANCE_MODEL } from "../shared/matching/stance-weights.ts";
import { union } from "../shared/matching/traits.ts";
import type { Learnt } from "../shared/model.ts";
import { learnTraits, learntOf } from "./learn-traits.ts";
import { type Case, stanceCases } from "./stance-cases.ts";
import { reachedWith, type WeighedCase, weightsFrom } from "./stance-fit.ts";
import { createRandom, shuffled } from "./stories/random.ts";

const FOLDS = 5;
const SEED = 17;
/** Tried for the least probability. */
const THRESHOLDS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4];
const HEADS = ["least", "stance", "news", "press", "posts", "written", "relation"];
/**
 * By how much four figures together may be less than the best for the sake of a lower threshold: what is missed nobody
 * sees, what is said without cause stands beside its sentence. More where an analyst is still trying a position out.
 */
const NEARLY = { learnt: 0.02, unlearnt: 0.1 } as const;

const watchlist = checkedWatchlist(await readWatchFolder(join(import.meta.dirname, "../watch")));
const { dossiers } = watchlist;
const ids = dossiers.flatMap(({ positions }) => positions.map(({ id }) => id));
const progress = terminalProgress();
progress.show("reading labelled texts");
const cases = stanceCases(watchlist);

/** What `taught` teaches: nearly all of it is as short as the windows in which longer articles are read. */
function learnFrom(taught: readonly Case[]): Learnt {
  return learnTraits(
    taught.map(({ article, positions }) => ({ traits: union(article.traits), positions })),
    ids,
  );
}

const oddsOf = (learnt: Learnt) => createLearntOdds(dossiers.map(({ positions }) => ({ positions, learnt })));
const NOTHING_LEARNT = createLearntOdds(dossiers.map(({ positions }) => ({ positions })));

/** Every case weighed by what the others taught, so that what was learnt is trusted as far as it holds of what is new. */
function weighedByOthers(): WeighedCase[] {
  const order = shuffled(cases, createRandom(SEED));
  return Array.from({ length: FOLDS }, (_, fold) => {
    progress.show(`learning, part ${fold + 1} of ${FOLDS + 1}`);
    const learnt = oddsOf(learnFrom(order.filter((_, i) => i % FOLDS !== fold)));
    return order
      .filter((_, i) => i % FOLDS === fold)
      .map((one) => ({ one, all: weighPositions(one.readings, one.article, learnt, one.themes, STANCE_MODEL) }));
  }).flat();
}

function unlearnt(one: Case): WeighedCase {
  return { one, all: weighPositions(one.readings, one.article, NOTHING_LEARNT, one.themes, STANCE_MODEL) };
}

/** Weights, with the lowest threshold that does nearly as well as the best. */
function chosen(name: string, weighed: readonly WeighedCase[], nearly: number): StanceWeights {
  const found = weightsFrom(weighed);
  console.log(`\n${name}\n${HEADS.map((head) => head.padStart(9)).join("")}`);
  const rows = THRESHOLDS.map((least) => {
    const weights = { ...found, least };
    const reached = reachedWith(weights, weighed);
    console.log([least, ...Object.values(reached)].map((cell) => cell.toFixed(2).padStart(9)).join(""));
    return { weights, goal: reached.stance + reached.news + reached.press + reached.written };
  });
  const best = Math.max(...rows.map(({ goal }) => goal));
  const lowest = rows.find(({ goal }) => goal >= best - nearly);
  if (lowest === undefined) throw new Error("there is no labelled text to learn from");
  return lowest.weights;
}

/** As JSON, a line for each trait: what has changed can be seen, and it is no longer than it must be. */
function linesOf({ of, bias, traits }: Learnt): string {
  const lines = Object.entries(traits).map(([trait, pairs]) => `${JSON.stringify(trait)}:${JSON.stringify(pairs)}`);
  return `{"of":${JSON.stringify(of)},\n"bias":${JSON.stringify(bias)},\n"traits":{\n${lines.join(",\n")}\n}}\n`;
}

const weighed = weighedByOthers();
progress.show(`learning, part ${FOLDS + 1} of ${FOLDS + 1}`);
const learnt = learnFrom(cases);
progress.clear();
console.log(`${cases.length} texts; cross-validated: accuracy on stance items, F1 of positions on the others, and how many
relations are right where the position was found`);
const model: StanceModel = {
  learnt: chosen("positions of which something was learnt", weighed, NEARLY.learnt),
  unlearnt: chosen(
    "positions of which nothing was learnt, by their queries alone",
    cases.map(unlearnt),
    NEARLY.unlearnt,
  ),
};

const folder = join(import.meta.dirname, "../watch/learnt");
mkdirSync(folder, { recursive: true });
for (const { id, positions } of dossiers) {
  const own = learntOf(
    learnt,
    positions.map((position) => position.id),
  );
  writeFileSync(join(folder, `${id}.json`), linesOf(own));
}
writeFileSync(
  join(import.meta.dirname, "../shared/matching/stance-weights.ts"),
  `import type { StanceModel } from "./stance-model.ts";

/**
 * What each sign adds to the log-odds, and the least probability with which an article is said to speak to a position.
 * Found by \`npm run calibrate\` on ${cases.length} labelled texts; run it again after changing a dossier's positions.
 */
export const STANCE_MODEL: StanceModel = ${JSON.stringify(model, undefined, 2).replace(/"(\w+)":/gu, "$1:")};
`,
);
