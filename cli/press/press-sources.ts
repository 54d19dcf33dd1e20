import { stringify } from "yaml";
import type { WatchFile } from "../../shared/watchlist/yaml-file.ts";
import type { Press } from "./press.ts";

/** Where a watchlist keeps its outlets. */
export const SOURCES_PATH = "watch/sources.yaml";

/** The press as the outlets of a watchlist, so that it passes the same checks as an analyst's. */
export function pressSources({ outlets }: Press): WatchFile {
  const sources = outlets.map(({ id, name, country, language, ownership, feed }) => ({
    id,
    name,
    country,
    language,
    ownership,
    feeds: [feed.url],
  }));
  return { path: SOURCES_PATH, text: stringify({ sources }) };
}
