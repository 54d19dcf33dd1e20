import { createReader } from "../shared/matching/create-reader.ts";
import { type PositionReading, type ReadArticle, readPositions } from "../shared/matching/read-positions.ts";
import { type MatchInput, RELATIONS, type Relation, type ThemeMatch, type Watchlist } from "../shared/model.ts";
import { corpusLabels, postLabels, pressLabels } from "./labels.ts";
import { type StanceItem, stanceItems } from "./stance.ts";
import { writtenNews, writtenStances } from "./written.ts";

/** One text with what is known of its positions: of all of them, or, where `only` is given, of that one. */
export interface Case {
  readonly set: "news" | "press" | "posts" | "written" | "stance";
  readonly positions: Readonly<Record<string, Relation>>;
  readonly only?: string;
  readonly article: ReadArticle;
  readonly themes: readonly ThemeMatch[];
  readonly readings: readonly PositionReading[];
}

/**
 * All labelled text that may be learnt from, as the watchlist reads it. What needs the corpus is passed over where that is
 * missing; the labelled news held out and the part `test` of the stance items are never among it.
 */
export function stanceCases(watchlist: Watchlist): Case[] {
  const read = createReader(watchlist);
  const caseOf = (set: Case["set"], input: MatchInput, positions: Case["positions"], only?: string): Case => {
    const { article, themes, positions: asked } = read(input);
    const known = { set, positions, article, themes, readings: readPositions(asked, article) };
    return only === undefined ? known : { ...known, only };
  };
  const news = (set: Case["set"]) => (item: { input: MatchInput; positions: Case["positions"] }) =>
    caseOf(set, item.input, item.positions);
  const stance = ({ input, position, relation }: Omit<StanceItem, "part">) =>
    caseOf("stance", input, relation === "none" ? {} : { [position]: relation }, position);
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
        (examples?.[relation] ?? []).map((text) => caseOf("written", { text }, { [id]: relation }, id)),
      ),
    ),
  ];
}
