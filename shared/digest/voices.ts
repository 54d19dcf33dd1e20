import type { LanguageTag, Position } from "../model.ts";
import { compareText } from "./compare-text.ts";
import type { PositionSection } from "./position-section.ts";

/** Somebody whom the day's press quotes for or against claims, under the name that it gives. */
export interface Voice {
  readonly speaker: string;
  readonly language: LanguageTag;
  readonly for: readonly Position["id"][];
  readonly against: readonly Position["id"][];
  /** Outlets that quote it, by id. */
  readonly outlets: readonly string[];
}

/** Who spoke for and against, whoever took most sides first. Names are as written: one in two languages is two. */
export function voicesOf(positions: readonly PositionSection[]): Voice[] {
  const said = positions.flatMap(({ id, evidence }) =>
    evidence.flatMap(({ speaker, relation, language, articles }) =>
      speaker === undefined || relation === "mentions" ? [] : [{ id, speaker, relation, language, articles }],
    ),
  );
  return [...Map.groupBy(said, ({ speaker }) => speaker.trim().replace(/\s+/gu, " "))]
    .map(([speaker, lines]) => ({
      speaker,
      language: lines[0]?.language ?? ("und" as const),
      for: positionsOf(lines, "for"),
      against: positionsOf(lines, "against"),
      outlets: [...new Set(lines.flatMap(({ articles }) => articles.map(({ outlet }) => outlet.id)))].toSorted(
        compareText,
      ),
    }))
    .toSorted(
      (a, b) => b.for.length + b.against.length - a.for.length - a.against.length || compareText(a.speaker, b.speaker),
    );
}

function positionsOf(
  lines: readonly { readonly id: string; readonly relation: "for" | "against" }[],
  side: "for" | "against",
): string[] {
  return [...new Set(lines.filter(({ relation }) => relation === side).map(({ id }) => id))];
}
