import type { Edition } from "./edition.ts";

/** The edition as it is. Keys stand in the order in which they are built, which is always the same. */
export function renderJson(edition: Edition): string {
  return `${JSON.stringify(edition, null, 2)}\n`;
}
