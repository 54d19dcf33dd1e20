import type { Explanation, ToldPosition, ToldTheme } from "../../shared/matching/explanation.ts";
import { UsageError } from "../usage-error.ts";

export interface Selection {
  readonly all?: boolean;
  readonly theme?: string;
  readonly position?: string;
}

/** Of what is not matched, the nearest are shown, so many at the most. */
const MOST_NEAR = 3;

/** An explanation narrowed to what is to be shown, and how many themes and positions are left out. */
export interface Selected extends Explanation {
  readonly hidden: { readonly themes: number; readonly positions: number };
}

/** All, or the one theme or position asked for, or what is matched or near. Throws a `UsageError` on an id that is none. */
export function select(explanation: Explanation, selection: Selection): Selected {
  const { all = false, theme, position } = selection;
  const isNarrowed = theme !== undefined || position !== undefined;
  const themes = isNarrowed
    ? named(explanation.themes, ({ theme: id }) => id, theme, "theme")
    : all
      ? explanation.themes
      : nearest(explanation.themes, ({ gate }) => gate === undefined, shareHeld);
  const positions = isNarrowed
    ? named(explanation.positions, ({ position: id }) => id, position, "position")
    : all
      ? explanation.positions
      : nearest(
          explanation.positions,
          ({ relation }) => relation !== undefined,
          ({ speaks }: ToldPosition) => speaks,
        );
  const hidden = {
    themes: isNarrowed ? 0 : explanation.themes.length - themes.length,
    positions: isNarrowed ? 0 : explanation.positions.length - positions.length,
  };
  return { ...explanation, themes, positions, hidden };
}

function named<Told>(
  all: readonly Told[],
  idOf: (one: Told) => string,
  id: string | undefined,
  what: string,
): readonly Told[] {
  if (id === undefined) return [];
  const found = all.filter((one) => idOf(one) === id);
  if (found.length > 0) return found;
  throw new UsageError(`no ${what} is called ${id}; there are ${all.map(idOf).join(", ")}`);
}

function nearest<Told extends { readonly isNear: boolean }>(
  all: readonly Told[],
  isMatched: (one: Told) => boolean,
  nearnessOf: (one: Told) => number,
): readonly Told[] {
  const near = all.filter((one) => one.isNear && !isMatched(one)).toSorted((a, b) => nearnessOf(b) - nearnessOf(a));
  const shown = new Set(near.slice(0, MOST_NEAR));
  return all.filter((one) => isMatched(one) || shown.has(one));
}

/** How much of what the query asks for is there: a theme that was stopped by something else than words has all of it. */
function shareHeld({ query: { held, wanting }, confidence }: ToldTheme): number {
  return confidence + held.length / Math.max(1, held.length + wanting.length);
}
