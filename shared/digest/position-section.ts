import {
  type LocalDate,
  type Position,
  type Question,
  RELATIONS,
  type Relation,
  type Source,
  type Wording,
} from "../model.ts";
import { cardOf } from "./article-card.ts";
import type { Balance, History } from "./history.ts";
import { type PositionTrend, positionTrend } from "./position-trend.ts";
import { type QuotedLine, quotedLines } from "./quoted-line.ts";
import type { PlacedMatch } from "./stories.ts";

/** One claim of the interview beside what the day's press says to it. */
export interface PositionSection extends PositionTrend {
  readonly id: string;
  readonly themes: readonly string[];
  /** The question of the interview that it answers. */
  readonly question: Question;
  readonly statement: Wording;
  /** Articles by the relation each has as a whole; one that speaks to both sides alike only mentions. */
  readonly articles: Readonly<Record<Relation, number>>;
  /** Independent sources: an outlet counts once for each relation that an article of its own has, a reprint not at all. */
  readonly sources: Balance;
  /** For, then against, then mentions; strongest first in each. */
  readonly evidence: readonly EvidenceLine[];
}

export interface EvidenceLine extends QuotedLine {
  readonly relation: Relation;
}

export interface PositionInput {
  readonly date: LocalDate;
  readonly questions: readonly Question[];
  readonly matches: readonly PlacedMatch[];
  readonly sources: readonly Source[];
  /** Days before `date`. */
  readonly earlier: History;
}

/** The section of one position, from all matches of the day. */
export function positionSection(
  position: Position,
  { date, questions, matches, sources, earlier }: PositionInput,
): PositionSection {
  const { id, themes, statement } = position;
  const found = matches.flatMap(({ article, judgement, place }) =>
    judgement.positions.filter((match) => match.position === id).map((match) => ({ article, place, ...match })),
  );
  const finds = found.flatMap(({ article, evidence }) => {
    const card = cardOf(article, sources);
    return evidence.map((piece) => ({ article: card, evidence: piece }));
  });
  const articlesThat = (relation: Relation) => found.filter((match) => match.relation === relation).length;
  const originals = found.filter(({ place }) => place.reprintOf === undefined);
  const sourcesThat = (relation: Relation) =>
    new Set(originals.filter((match) => match.relation === relation).map(({ article }) => article.source)).size;
  const balance = { for: sourcesThat("for"), against: sourcesThat("against"), mentions: sourcesThat("mentions") };
  return {
    id,
    themes,
    question: questions.find((question) => question.id === position.question) ?? {
      id: position.question,
      about: { ru: "", en: "" },
    },
    statement,
    articles: { for: articlesThat("for"), against: articlesThat("against"), mentions: articlesThat("mentions") },
    sources: balance,
    ...positionTrend(id, date, balance, earlier),
    evidence: RELATIONS.flatMap((relation) =>
      quotedLines(finds.filter(({ evidence }) => evidence.relation === relation)).map((line) => ({
        relation,
        ...line,
      })),
    ),
  };
}
