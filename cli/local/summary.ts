import { END_STATES } from "../../shared/model.ts";
import type { Collected } from "./collect.ts";

/** A run in a few lines: polls, items, end states, and what went wrong where. */
export function summaryOf({ polls, newItems, states, problems }: Omit<Collected, "errors">): string {
  const polled = polls.fetched + polls.unchanged + polls.failed;
  const ends = END_STATES.filter((state) => states[state] !== undefined).map((state) => `${states[state]} ${state}`);
  return [
    `${polled} feeds polled: ${polls.fetched} with news, ${polls.unchanged} unchanged, ${polls.failed} failed`,
    `${newItems} new items${ends.length === 0 ? "" : `: ${ends.join(", ")}`}`,
    ...problems.map(({ source, stage, reason }) => `  ${stage} ${source}: ${reason}`),
  ].join("\n");
}
