/**
 * `npm run calibrate`: finds the weights by which an article is held to speak to a position, and how, from labelled
 * text, and writes shared/matching/stance-weights.ts. Prints what they reach on items they were not found on, by
 * five-fold cross-validation over the parts that may be learnt from; neither the labelled news held out nor the part
 * `test` of the stance items is read.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkedWatchlist, readWatchFolder } from "../cli/local/watch-folder.ts";
import { compileWeigher } from "../shared/matching/compile-matcher.ts";
import type { WeighedPosition } from "../shared/matching/judge-positions.ts";
import { MENTION_SIGNS, SIDE_SIGNS, type Signs, SPEAKS_SIGNS } from "../shared/matching/position-signs.ts";
import { decide, type StanceWeights } from "../shared/matching/stance-model.ts";
import type { MatchInput, Relation } from "../shared/model.ts";
import { corpusLabels, postLabels, pressLabels } from "./labels.ts";
import { scoreOf } from "./score.ts";
import { stanceItems } from "./stance.ts";
import { type Example, fit as learn } from "./stories/logistic.ts";
import { createRandom, shuffled } from "./stories/random.ts";

const FOLDS = 5;
const SEED = 17;
const PENALTY = 2;
/** Tried for the least probability. News counts twice in the choice: it is what a reader meets, and few of it speak to any position. */
const THRESHOLDS = [0.05, 0.08, 0.1, 0.12, 0.15, 0.18, 0.2, 0.22, 0.25, 0.3];
const RELATION = 0.5;

/** One article with what is known of its positions: of all of them, or, where `only` is given, of that one. */
interface Case {
  readonly set: "news" | "press" | "posts" | "stance";
  readonly positions: Readonly<Record<string, Relation>>;
  readonly only?: string;
  readonly weighed: readonly WeighedPosition[];
}

const watchlist = checkedWatchlist(await readWatchFolder(join(import.meta.dirname, "../watch")));
const weigh = compileWeigher(watchlist);
const caseOf = (set: Case["set"]) => (item: { input: MatchInput; positions: Case["positions"] }) => ({
  set,
  positions: item.positions,
  weighed: weigh(item.input),
});
const cases: Case[] = [
  ...(corpusLabels()?.open ?? []).map(caseOf("news")),
  ...pressLabels().map(caseOf("press")),
  ...(postLabels() ?? []).map(caseOf("posts")),
  ...stanceItems()
    .filter(({ part }) => part === "dev")
    .map(({ input, position, relation }) => ({
      set: "stance" as const,
      positions: relation === "none" ? {} : { [position]: relation },
      only: position,
      weighed: weigh(input),
    })),
];

function weightsFrom(learnt: readonly Case[]): StanceWeights {
  const pairs = learnt.flatMap(({ positions, only, weighed }) =>
    weighed
      .filter(({ reading }) => only === undefined || reading.position.id === only)
      .map((each) => ({ ...each, label: positions[each.reading.position.id] })),
  );
  const labelled = pairs.filter(({ label }) => label !== undefined);
  const sided = labelled.filter(({ label }) => label !== "mentions");
  return {
    speaks: weights(
      SPEAKS_SIGNS,
      pairs,
      ({ speaks }) => speaks,
      ({ label }) => label !== undefined,
    ),
    side: weights(
      SIDE_SIGNS,
      sided,
      ({ side }) => side,
      ({ label }) => label === "for",
    ),
    mention: weights(
      MENTION_SIGNS,
      labelled,
      ({ mention }) => mention,
      ({ label }) => label === "mentions",
    ),
  };
}

function weights<T, Name extends string>(
  names: readonly Name[],
  all: readonly T[],
  signsOf: (one: T) => Signs<Name>,
  isSo: (one: T) => boolean,
): Signs<Name | "bias"> {
  const examples = all.map((one): Example => {
    const signs = signsOf(one);
    return { signs: names.map((name) => signs[name]), isSo: isSo(one) };
  });
  const [bias = 0, ...rest] = learn(examples, PENALTY);
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const named = names.map((name, i) => [name, rounded(rest[i] ?? 0)]);
  return Object.fromEntries([["bias", rounded(bias)], ...named]) as Signs<Name | "bias">;
}

interface Said {
  readonly one: Case;
  readonly said: ReadonlyMap<string, Relation>;
}

function say(one: Case, model: StanceWeights, least: number): Said {
  const decided = decide(one.weighed, model, { least, relation: RELATION });
  return {
    one,
    said: new Map(decided.map(({ index, relation }) => [one.weighed[index]?.reading.position.id ?? "", relation])),
  };
}

/** Share of right answers on the stance items, F1 of the positions on the others, and of the relations where found. */
function figures(all: readonly Said[]) {
  const stance = all.filter(({ one }) => one.set === "stance");
  const right = stance.filter(({ one, said }) => said.get(one.only ?? "") === one.positions[one.only ?? ""]);
  const positions = (set: Case["set"]) => {
    const counts = { hits: 0, spurious: 0, missed: 0 };
    for (const { one, said } of all.filter((each) => each.one.set === set)) {
      for (const id of said.keys()) counts[id in one.positions ? "hits" : "spurious"]++;
      counts.missed += Object.keys(one.positions).filter((id) => !said.has(id)).length;
    }
    return scoreOf(counts).f1;
  };
  const found = all.flatMap(({ one, said }) =>
    [...said].flatMap(([id, relation]) => (id in one.positions ? [one.positions[id] === relation] : [])),
  );
  return {
    relations: found.filter(Boolean).length / found.length,
    stance: right.length / stance.length,
    news: positions("news"),
    press: positions("press"),
    posts: positions("posts"),
  };
}

const order = shuffled(cases, createRandom(SEED));
const folds = Array.from({ length: FOLDS }, (_, k) => {
  const tried = order.filter((_, i) => i % FOLDS === k);
  return { tried, model: weightsFrom(order.filter((_, i) => i % FOLDS !== k)) };
});
console.log(
  `${cases.length} articles; cross-validated: accuracy on stance items, F1 of positions on the others, and how many\nrelations are right where the position was found`,
);
console.log(["least", "stance", "news", "press", "posts", "relation"].map((head) => head.padStart(8)).join(""));
const rows = THRESHOLDS.map((least) => {
  const found = figures(folds.flatMap(({ tried, model }) => tried.map((one) => say(one, model, least))));
  const cells = [least, found.stance, found.news, found.press, found.posts, found.relations];
  console.log(cells.map((cell) => cell.toFixed(2).padStart(8)).join(""));
  return { least, goal: found.stance + 2 * found.news + found.press };
});
const [best] = rows.toSorted((a, b) => b.goal - a.goal);
const model = { least: best?.least ?? 0.2, ...weightsFrom(cases) };
writeFileSync(
  join(import.meta.dirname, "../shared/matching/stance-weights.ts"),
  `import type { StanceModel } from "./stance-model.ts";

/**
 * What each sign adds to the log-odds, and the least probability with which an article is said to speak to a position.
 * Found by \`npm run calibrate\` on ${cases.length} labelled articles; run it again after changing a dossier's positions.
 */
export const STANCE_MODEL: StanceModel = ${JSON.stringify(model, undefined, 2).replace(/"(\w+)":/gu, "$1:")};
`,
);
