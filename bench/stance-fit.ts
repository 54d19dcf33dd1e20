import type { WeighedPosition } from "../shared/matching/judge-positions.ts";
import { MENTION_SIGNS, SIDE_SIGNS, SPEAKS_SIGNS } from "../shared/matching/position-signs.ts";
import { decide, type StanceWeights } from "../shared/matching/stance-model.ts";
import type { Relation } from "../shared/model.ts";
import { fitSigns } from "./fit-signs.ts";
import type { Case } from "./learning-cases.ts";
import { scoreOf } from "./score.ts";

/** Least probability of a side. */
const RELATION = 0.5;

/** A text before all positions. */
export interface WeighedCase {
  readonly one: Case;
  readonly all: readonly WeighedPosition[];
}

interface Pair extends WeighedPosition {
  readonly label: Relation | undefined;
  readonly set: Case["set"];
}

/** Each article before every position: one that nobody has named is taken for one that it does not speak to. */
function pairsOf(weighed: readonly WeighedCase[]): Pair[] {
  return weighed.flatMap(({ one, all }) =>
    all.map((each) => ({ ...each, label: one.stands[each.reading.position.id], set: one.set })),
  );
}

/**
 * The weights of all signs that tell best what the labels say. When it is asked whether a text speaks to a position, each
 * kind of texts counts as much as any other, however many there are of it.
 */
export function weightsFrom(
  weighed: readonly WeighedCase[],
  kindOf: (set: Case["set"]) => string,
): Omit<StanceWeights, "least"> {
  const pairs = pairsOf(weighed);
  const kinds = Map.groupBy(pairs, ({ set }) => kindOf(set));
  const counts = ({ set }: Pair) => pairs.length / (kinds.size * (kinds.get(kindOf(set))?.length ?? 1));
  const labelled = pairs.filter(({ label }) => label !== undefined);
  const sided = labelled.filter(({ label }) => label !== "mentions");
  return {
    speaks: fitSigns(
      SPEAKS_SIGNS,
      pairs,
      ({ speaks }) => speaks,
      ({ label }) => label !== undefined,
      counts,
    ),
    side: fitSigns(
      SIDE_SIGNS,
      sided,
      ({ stance }) => stance().side,
      ({ label }) => label === "for",
    ),
    mention: fitSigns(
      MENTION_SIGNS,
      labelled,
      ({ stance }) => stance().mention,
      ({ label }) => label === "mentions",
    ),
  };
}

/** How well texts are read with these weights. */
export function reachedWith(weights: StanceWeights, weighed: readonly WeighedCase[]) {
  return figures(
    weighed.map(({ one, all }) => {
      const decided = decide(
        all.map((each) => ({ ...each, weights })),
        RELATION,
      );
      const idOf = (index: number) => all[index]?.reading.position.id ?? "";
      return { one, said: new Map(decided.map(({ index, relation }) => [idOf(index), relation])) };
    }),
  );
}

interface Said {
  readonly one: Case;
  readonly said: ReadonlyMap<string, Relation>;
}

/** Share of right answers on the stance items, F1 of the positions on the others, and of the relations where found. */
function figures(all: readonly Said[]) {
  const stances = all.filter(({ one }) => one.set === "stance");
  const right = stances.filter(({ one, said }) => said.get(one.only ?? "") === one.stands[one.only ?? ""]);
  const positions = (set: Case["set"]) => {
    const counts = { hits: 0, spurious: 0, missed: 0 };
    for (const { one, said } of all.filter((each) => each.one.set === set && each.one.only === undefined)) {
      for (const id of said.keys()) counts[id in one.stands ? "hits" : "spurious"]++;
      counts.missed += Object.keys(one.stands).filter((id) => !said.has(id)).length;
    }
    return scoreOf(counts).f1;
  };
  const found = all.flatMap(({ one, said }) =>
    [...said].flatMap(([id, relation]) => (id in one.stands ? [one.stands[id] === relation] : [])),
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
