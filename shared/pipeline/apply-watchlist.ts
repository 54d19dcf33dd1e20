import { z } from "zod";
import type { Watchlist } from "../model.ts";
import { loadWatchlist } from "../watchlist/load-watchlist.ts";
import { formatProblem, type WatchlistProblem } from "../watchlist/problem.ts";
import type { WatchFile } from "../watchlist/yaml-file.ts";
import type { Clock, Log, ObjectStore } from "./ports.ts";

const ACTIVE = "active.json";
const JSON_TYPE = "application/json; charset=utf-8";

const activation = z.strictObject({
  version: z.string(),
  activated: z.string(),
  files: z.array(z.strictObject({ path: z.string(), text: z.string() })),
});

export interface ApplyWatchlistDeps {
  readonly clock: Clock;
  /** Where the analyst's files arrive, under `watch/`. */
  readonly uploads: ObjectStore;
  /** Where the running watchlist is kept. */
  readonly active: ObjectStore;
  readonly log: Log;
}

export type ApplyResult =
  | { readonly ok: true; readonly version: string }
  | { readonly ok: false; readonly problems: readonly WatchlistProblem[] };

/**
 * Checks the uploaded files as a whole and makes them the running watchlist. With one problem anywhere the running one
 * stays, and `problems.txt` beside the uploads says what to mend.
 */
export async function applyWatchlist({ clock, uploads, active, log }: ApplyWatchlistDeps): Promise<ApplyResult> {
  const files = await readUploads(uploads);
  const result = loadWatchlist(files);
  const problems = result.ok ? [] : result.problems;
  await active.put(
    "problems.txt",
    problems.map((problem) => `${formatProblem(problem)}\n`).join(""),
    "text/plain; charset=utf-8",
  );
  if (!result.ok) {
    log.warn("watchlist refused", { problems: problems.length });
    return result;
  }
  const { version } = result.watchlist;
  const body = JSON.stringify({ version, activated: clock(), files } satisfies z.input<typeof activation>);
  await active.put(`versions/${version}.json`, body, JSON_TYPE);
  await active.put(ACTIVE, body, JSON_TYPE);
  log.info("watchlist active", { version });
  return { ok: true, version };
}

/** The running watchlist. Throws when none was ever activated. */
export async function readActiveWatchlist(active: ObjectStore): Promise<Watchlist> {
  const body = await active.get(ACTIVE);
  if (body === undefined)
    throw new Error(`no watchlist is active: upload the files of watch/ (nothing stands at ${ACTIVE})`);
  const { version, files } = activation.parse(JSON.parse(new TextDecoder().decode(body)));
  const result = loadWatchlist(files);
  if (result.ok) return result.watchlist;
  throw new Error(
    `watchlist ${version} was active but no longer loads: ${result.problems.map(formatProblem).join("; ")}`,
  );
}

async function readUploads(uploads: ObjectStore): Promise<WatchFile[]> {
  const decoder = new TextDecoder();
  const keys = (await uploads.list("watch/")).filter((key) => key.endsWith(".yaml"));
  return await Promise.all(
    keys.map(async (path) => ({ path, text: decoder.decode((await uploads.get(path)) ?? new Uint8Array()) })),
  );
}
