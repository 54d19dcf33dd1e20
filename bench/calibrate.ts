/**
 * `npm run calibrate`: learns from labelled text what speaks to each position of the dossiers, and how, and writes it to
 * `watch/learnt/`; then finds the weights by which that and all other signs count, and writes them to
 * `shared/matching/stance-weights.ts`. Prints what both reach on items they were not found on, by five-fold
 * cross-validation; neither the labelled news held out nor the part `test` of the stance items is read.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkedWatchlist, readWatchFolder } from "../cli/local/watch-folder.ts";
import { createReader } from "../shared/matching/create-reader.ts";
import { type WeighedPosition, weighPositions } from "../shared/matching/judge-positions.ts";
import { createLearntOdds } from "../shared/matching/learnt-odds.ts";
import { MENTION_SIGNS, SIDE_SIGNS, type Signs, SPEAKS_SIGNS } from "../shared/matching/position-signs.ts";
import { type PositionReading, type ReadArticle, readPositions } from "../shared/matching/read-positions.ts";
import { decide, type StanceModel, type StanceWeights } from "../shared/matching/stance-model.ts";
import { STANCE_MODEL } from "../shared/matching/stance-weights.ts";
import { union } from "../shared/matching/traits.ts";
import { type Learnt, type MatchInput, RELATIONS, type Relation, type ThemeMatch } from "../shared/model.ts";
import { corpusLabels, postLabels, pressLabels } from "./labels.ts";
import { learnTraits, learntOf } from "./learn-traits.ts";
import { scoreOf } from "./score.ts";
import { stanceItems } from "./stance.ts";
import { type Example, fit as fitSigns } from "./stories/logistic.ts";
import { createRandom, shuffled } from "./stories/random.ts";
import { writtenNews, writtenStances } from "./written.ts";

const FOLDS = 5;
const SEED = 17;
const PENALTY = 2;
/** Tried for the least probability. */
const THRESHOLDS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4];
const HEADS = ["least", "stance", "news", "press", "posts", "written", "relation"];
const RELATION = 0.5;
/**
 * By how much four figures together may be less than the best for the sake of a lower threshold: what is missed nobody
 * sees, what is said without cause stands beside its sentence. More where an analyst is still trying a position out.
 */
const NEARLY = { learnt: 0.02, unlearnt: 0.1 } as const;

/** One text with what is known of its positions: of all of them, or, where `only` is given, of that one. */
interface Case {
  readonly set: "news" | "press" | "posts" | "written" | "stance";
  readonly positions: Readonly<Record<string, Relation>>;
  readonly only?: string;
  readonly article: ReadArticle;
  readonly themes: readonly ThemeMatch[];
  readonly readings: readonly PositionReading[];
}

const watchlist = checkedWatchlist(await readWatchFolder(join(import.meta.dirname, "../watch")));
const { dossiers } = watchlist;
const asked = dossiers.flatMap(({ positions }) => positions);
const ids = asked.map(({ id }) => id);
const read = createReader(watchlist);

function caseOf(set: Case["set"], input: MatchInput, positions: Case["positions"], only?: string): Case {
  const { article, themes, positions: asked } = read(input);
  const known = { set, positions, article, themes, readings: readPositions(asked, article) };
  return only === undefined ? known : { ...known, only };
}

const news = (set: Case["set"]) => (item: { input: MatchInput; positions: Case["positions"] }) =>
  caseOf(set, item.input, item.positions);
const stance = ({ input, position, relation }: Omit<ReturnType<typeof stanceItems>[number], "part">) =>
  caseOf("stance", input, relation === "none" ? {} : { [position]: relation }, position);
const examples = asked.flatMap(({ id, examples }) =>
  RELATIONS.flatMap((relation) =>
    (examples?.[relation] ?? []).map((text) => caseOf("written", { text }, { [id]: relation }, id)),
  ),
);
const cases: Case[] = [
  ...(corpusLabels()?.open ?? []).map(news("news")),
  ...pressLabels().map(news("press")),
  ...(postLabels() ?? []).map(news("posts")),
  ...writtenNews().map(news("written")),
  ...stanceItems()
    .filter(({ part }) => part === "dev")
    .map(stance),
  ...writtenStances().map(stance),
  ...examples,
];

/** What `taught` teaches: nearly all of it is as short as the windows in which longer articles are read. */
function learnFrom(taught: readonly Case[]): Learnt {
  return learnTraits(
    taught.map(({ article, positions }) => ({ traits: union(article.traits), positions })),
    ids,
  );
}

const oddsOf = (learnt: Learnt) => createLearntOdds(dossiers.map(({ positions }) => ({ positions, learnt })));
const NOTHING_LEARNT = createLearntOdds(dossiers.map(({ positions }) => ({ positions })));

interface Pair extends WeighedPosition {
  readonly label: Relation | undefined;
}

/** Each article before the positions that are known of it. */
function pairsOf(weighed: readonly { readonly one: Case; readonly all: readonly WeighedPosition[] }[]): Pair[] {
  return weighed.flatMap(({ one, all }) =>
    all
      .filter(({ reading }) => one.only === undefined || reading.position.id === one.only)
      .map((each) => ({ ...each, label: one.positions[each.reading.position.id] })),
  );
}

function weightsFrom(pairs: readonly Pair[]): Omit<StanceWeights, "least"> {
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
  const rows = all.map((one): Example => {
    const signs = signsOf(one);
    return { signs: names.map((name) => signs[name]), isSo: isSo(one) };
  });
  const [bias = 0, ...rest] = fitSigns(rows, PENALTY);
  const named = names.map((name, i) => [name, rounded(rest[i] ?? 0)]);
  return Object.fromEntries([["bias", rounded(bias)], ...named]) as Signs<Name | "bias">;
}

/** As JSON, a line for each trait: what has changed can be seen, and it is no longer than it must be. */
function linesOf({ of, bias, traits }: Learnt): string {
  const lines = Object.entries(traits).map(([trait, pairs]) => `${JSON.stringify(trait)}:${JSON.stringify(pairs)}`);
  return `{"of":${JSON.stringify(of)},\n"bias":${JSON.stringify(bias)},\n"traits":{\n${lines.join(",\n")}\n}}\n`;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

interface Said {
  readonly one: Case;
  readonly said: ReadonlyMap<string, Relation>;
}

/** Share of right answers on the stance items, F1 of the positions on the others, and of the relations where found. */
function figures(all: readonly Said[]) {
  const stances = all.filter(({ one }) => one.set === "stance");
  const right = stances.filter(({ one, said }) => said.get(one.only ?? "") === one.positions[one.only ?? ""]);
  const positions = (set: Case["set"]) => {
    const counts = { hits: 0, spurious: 0, missed: 0 };
    for (const { one, said } of all.filter((each) => each.one.set === set && each.one.only === undefined)) {
      for (const id of said.keys()) counts[id in one.positions ? "hits" : "spurious"]++;
      counts.missed += Object.keys(one.positions).filter((id) => !said.has(id)).length;
    }
    return scoreOf(counts).f1;
  };
  const found = all.flatMap(({ one, said }) =>
    [...said].flatMap(([id, relation]) => (id in one.positions ? [one.positions[id] === relation] : [])),
  );
  return {
    stance: right.length / stances.length,
    news: positions("news"),
    press: positions("press"),
    posts: positions("posts"),
    written: positions("written"),
    relation: found.filter(Boolean).length / found.length,
  };
}

/** Every case weighed by what the others taught, so that what was learnt is trusted as far as it holds of what is new. */
function weighedByOthers() {
  const order = shuffled(cases, createRandom(SEED));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const learnt = oddsOf(learnFrom(order.filter((_, i) => i % FOLDS !== fold)));
    return order
      .filter((_, i) => i % FOLDS === fold)
      .map((one) => ({ one, all: weighPositions(one.readings, one.article, learnt, one.themes, STANCE_MODEL) }));
  }).flat();
}

function unlearnt(one: Case) {
  return { one, all: weighPositions(one.readings, one.article, NOTHING_LEARNT, one.themes, STANCE_MODEL) };
}

const weighed = weighedByOthers();
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

/** Weights and the threshold that is best with them. */
function chosen(
  name: string,
  all: readonly { readonly one: Case; readonly all: readonly WeighedPosition[] }[],
  nearly: number,
) {
  const found = weightsFrom(pairsOf(all));
  console.log(`\n${name}`);
  console.log(HEADS.map((head) => head.padStart(9)).join(""));
  const rows = THRESHOLDS.map((least) => {
    const weights = { ...found, least };
    const said = all.map(({ one, all }) => {
      const decided = decide(
        all.map((each) => ({ ...each, weights })),
        RELATION,
      );
      return { one, said: new Map(decided.map(({ index, relation }) => [ids[index] ?? "", relation])) };
    });
    const reached = figures(said);
    console.log([least, ...Object.values(reached)].map((cell) => cell.toFixed(2).padStart(9)).join(""));
    return { weights, goal: reached.stance + reached.news + reached.press + reached.written };
  });
  const best = Math.max(...rows.map(({ goal }) => goal));
  const lowest = rows.find(({ goal }) => goal >= best - nearly);
  return lowest?.weights ?? { ...found, least: RELATION };
}

const folder = join(import.meta.dirname, "../watch/learnt");
mkdirSync(folder, { recursive: true });
const learnt = learnFrom(cases);
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
