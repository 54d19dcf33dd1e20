import type { Judgement, Relation } from "../shared/model.ts";
import type { Labelled } from "./labels.ts";

/** Right, wrongly said and missed, with what follows from them (0 to 1). */
export interface Score {
  readonly hits: number;
  readonly spurious: number;
  readonly missed: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Scores {
  readonly themes: Score;
  readonly byTheme: ReadonlyMap<string, Score>;
  readonly positions: Score;
  readonly byPosition: ReadonlyMap<string, Score>;
  readonly byRelation: ReadonlyMap<Relation, Score>;
  /** Mean F1 of for, against and mentions over all pairs of article and position; a pair not found is a miss. */
  readonly relationMacroF1: number;
  /** Of the pairs found by both, how often the relation is the same. */
  readonly relationAgreement: number;
  /** Of the pairs found whose label takes a side, how often the matcher said no more than `mentions`. */
  readonly abstention: number;
}

const RELATIONS: readonly Relation[] = ["for", "against", "mentions"];

/** Holds judgements against labels: pairs of article and theme, of article and position, and the latter's relation. */
export function score(items: readonly Labelled[], judge: (input: Labelled["input"]) => Judgement): Scores {
  const themes = createTally();
  const positions = createTally();
  const relations = createTally();
  let both = 0;
  let same = 0;
  let sided = 0;
  let abstained = 0;
  for (const item of items) {
    const judgement = judge(item.input);
    themes.add(
      item.themes,
      judgement.themes.map(({ theme }) => theme),
    );
    positions.add(
      Object.keys(item.positions),
      judgement.positions.map(({ position }) => position),
    );
    for (const { position, relation } of judgement.positions) {
      const label = item.positions[position];
      if (label === undefined) continue;
      both++;
      if (label === relation) same++;
      if (label === "mentions") continue;
      sided++;
      if (relation === "mentions") abstained++;
    }
    for (const relation of RELATIONS) {
      const said = judgement.positions.filter((found) => found.relation === relation).map(({ position }) => position);
      const meant = Object.keys(item.positions).filter((position) => item.positions[position] === relation);
      relations.addAs(relation, meant, said);
    }
  }
  const byRelation = new Map(RELATIONS.map((relation) => [relation, relations.of(relation)]));
  return {
    themes: themes.overall(),
    byTheme: themes.each(),
    positions: positions.overall(),
    byPosition: positions.each(),
    byRelation,
    relationMacroF1: [...byRelation.values()].reduce((sum, { f1 }) => sum + f1, 0) / RELATIONS.length,
    relationAgreement: both === 0 ? 0 : same / both,
    abstention: sided === 0 ? 0 : abstained / sided,
  };
}

type Counts = { hits: number; spurious: number; missed: number };

function createTally() {
  const counts = new Map<string, Counts>();
  const countsOf = (name: string): Counts => {
    const known = counts.get(name) ?? { hits: 0, spurious: 0, missed: 0 };
    counts.set(name, known);
    return known;
  };
  const count = (nameOf: (name: string) => string, meant: readonly string[], said: readonly string[]) => {
    for (const name of said) countsOf(nameOf(name))[meant.includes(name) ? "hits" : "spurious"]++;
    for (const name of meant) if (!said.includes(name)) countsOf(nameOf(name)).missed++;
  };
  return {
    add: (meant: readonly string[], said: readonly string[]) => count((name) => name, meant, said),
    addAs: (name: string, meant: readonly string[], said: readonly string[]) => count(() => name, meant, said),
    of: (name: string) => scoreOf(countsOf(name)),
    each: () => new Map([...counts].map(([name, value]) => [name, scoreOf(value)])),
    overall: () => {
      const sum = { hits: 0, spurious: 0, missed: 0 };
      for (const { hits, spurious, missed } of counts.values()) {
        sum.hits += hits;
        sum.spurious += spurious;
        sum.missed += missed;
      }
      return scoreOf(sum);
    },
  };
}

/** What follows from the counts; 0 where there is nothing to count. */
export function scoreOf({ hits, spurious, missed }: Counts): Score {
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return {
    hits,
    spurious,
    missed,
    precision: share(hits, hits + spurious),
    recall: share(hits, hits + missed),
    f1: share(2 * hits, 2 * hits + spurious + missed),
  };
}
