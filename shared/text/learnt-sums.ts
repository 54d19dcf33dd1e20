import type { Learnt } from "../model.ts";

export type SumKind = "theme" | "position" | "side" | "mention";

/** What the sums of a dossier's learnt weights are of, in their order; what is of no position is of all of them. */
export function learntSums({
  themes,
  positions,
}: Pick<Learnt, "themes" | "positions">): readonly (readonly [SumKind, string])[] {
  return [
    ...themes.map((id) => ["theme", id] as const),
    ...["", ...positions].map((id) => ["position", id] as const),
    ...["", ...positions].map((id) => ["side", id] as const),
    ...["", ...positions].map((id) => ["mention", id] as const),
  ];
}
