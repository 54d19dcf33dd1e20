import {
  type Match,
  type Position,
  type Question,
  RELATIONS,
  type Relation,
  type Source,
  type Wording,
} from "../model.ts";
import { cardOf } from "./article-card.ts";
import { type QuotedLine, quotedLines } from "./quoted-line.ts";

/** One claim of the interview beside what the day's press says to it. */
export interface PositionSection {
  readonly id: string;
  readonly themes: readonly string[];
  /** The question of the interview that it answers. */
  readonly question: Question;
  readonly statement: Wording;
  /** Articles by the relation each has as a whole; one that speaks to both sides alike only mentions. */
  readonly articles: Readonly<Record<Relation, number>>;
  /** For, then against, then mentions; strongest first in each. */
  readonly evidence: readonly EvidenceLine[];
}

export interface EvidenceLine extends QuotedLine {
  readonly relation: Relation;
}

/** The section of one position, from all matches of the day. */
export function positionSection(
  position: Position,
  questions: readonly Question[],
  matches: readonly Match[],
  sources: readonly Source[],
): PositionSection {
  const { id, themes, statement } = position;
  const found = matches.flatMap(({ article, judgement }) =>
    judgement.positions.filter((match) => match.position === id).map((match) => ({ article, ...match })),
  );
  const finds = found.flatMap(({ article, evidence }) => {
    const card = cardOf(article, sources);
    return evidence.map((piece) => ({ article: card, evidence: piece }));
  });
  const articlesThat = (relation: Relation) => found.filter((match) => match.relation === relation).length;
  return {
    id,
    themes,
    question: questions.find((question) => question.id === position.question) ?? {
      id: position.question,
      about: { ru: "", en: "" },
    },
    statement,
    articles: { for: articlesThat("for"), against: articlesThat("against"), mentions: articlesThat("mentions") },
    evidence: RELATIONS.flatMap((relation) =>
      quotedLines(finds.filter(({ evidence }) => evidence.relation === relation)).map((line) => ({
        relation,
        ...line,
      })),
    ),
  };
}
