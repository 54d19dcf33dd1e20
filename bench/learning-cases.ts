import { createReader, type Read } from "../shared/matching/create-reader.ts";
import { type PositionReading, readPositions } from "../shared/matching/read-positions.ts";
import { EVERY_TRAIT } from "../shared/matching/traits.ts";
import { type MatchInput, RELATIONS, type Relation, type Watchlist } from "../shared/model.ts";
import { corpusLabels, type Labelled, postLabels, pressLabels } from "./labels.ts";
import { type StanceItem, stanceItems } from "./stance.ts";
import { writtenNews, writtenStances } from "./written.ts";

/** One text, read, with what is known of it. */
export interface Case extends Omit<Read, "odds"> {
  readonly set: "news" | "press" | "posts" | "written" | "stance";
  readonly readings: readonly PositionReading[];
  /** What it is about; absent where nobody has said. */
  readonly about?: readonly string[];
  /** How it stands to the positions: to all of them, or, where `only` is given, to that one. */
  readonly stands: Readonly<Record<string, Relation>>;
  readonly only?: string;
}

/**
 * All labelled text that may be learnt from, as the watchlist reads it. What needs the corpus is passed over where that is
 * missing; the labelled news held out and the part `test` of the stance items are never among it.
 */
export function learningCases(watchlist: Watchlist): Case[] {
  const read = createReader(watchlist, EVERY_TRAIT);
  const caseOf = (input: MatchInput, known: Pick<Case, "set" | "about" | "stands" | "only">): Case => {
    const { odds: _, ...its } = read(input);
    return { ...its, ...known, readings: readPositions(its.positions, its.article) };
  };
  const news = (set: Case["set"]) => (item: Labelled) =>
    caseOf(item.input, { set, about: item.themes, stands: item.positions });
  const stance = ({ input, position, relation }: Omit<StanceItem, "part">) =>
    caseOf(input, { set: "stance", stands: relation === "none" ? {} : { [position]: relation }, only: position });
  const positions = watchlist.dossiers.flatMap((dossier) => dossier.positions);
  return [
    ...(corpusLabels()?.open ?? []).map(news("news")),
    ...pressLabels().map(news("press")),
    ...(postLabels() ?? []).map(news("posts")),
    ...writtenNews().map(news("written")),
    ...stanceItems()
      .filter(({ part }) => part === "dev")
      .map(stance),
    ...writtenStances().map(stance),
    ...positions.flatMap(({ id, examples }) =>
      RELATIONS.flatMap((relation) =>
        (examples?.[relation] ?? []).map((text) =>
          caseOf({ text }, { set: "written", stands: { [id]: relation }, only: id }),
        ),
      ),
    ),
  ];
}
