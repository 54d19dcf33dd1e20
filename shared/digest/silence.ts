import type { Ownership } from "../model.ts";
import { type SourceCoverage, UNHEARD } from "./coverage.ts";
import type { Story } from "./stories.ts";

/** A story that one kind of outlet passed over. */
export interface Silence {
  readonly story: Story["id"];
  readonly group: Ownership;
}

/** Fewer outlets than this are no group: the silence of one is its own. */
const LEAST_HEARD = 2;
/** Below so many independent sources a story is not one that "the others" have. */
const LEAST_SOURCES = 3;

/**
 * Stories of at least 3 independent sources that every kind of outlet wrote of but one, where at least 2 outlets of that
 * kind were heard from on the day. What they wrote in articles that we did not see, nobody here knows.
 */
export function silences(stories: readonly Story[], sources: readonly SourceCoverage[]): Silence[] {
  const heard = Map.groupBy(
    sources.filter(({ state }) => !UNHEARD.has(state)),
    ({ outlet }) => outlet.ownership,
  );
  const groups = (["state", "private", "foreign"] as const).filter(
    (group) => (heard.get(group)?.length ?? 0) >= LEAST_HEARD,
  );
  return stories
    .filter((story) => story.sources >= LEAST_SOURCES)
    .flatMap(({ id, ownership }) => {
      const [silent, ...more] = groups.filter((group) => !ownership.includes(group));
      return silent !== undefined && more.length === 0 && groups.length > 1 ? [{ story: id, group: silent }] : [];
    });
}
