import { WATCHLIST_PLACES } from "../cloud/watchlist-places.ts";
import type { Watchlist } from "../model.ts";
import { WATCHLIST_FORM } from "../watchlist/form.ts";
import { loadWatchlist, versionOf } from "../watchlist/load-watchlist.ts";
import { formatProblem, type WatchlistProblem } from "../watchlist/problem.ts";
import { isWatchFile, type WatchFile } from "../watchlist/yaml-file.ts";
import type { Clock, Log, ObjectStore } from "./ports.ts";
import {
  activate,
  awaitedVersion,
  isRunning,
  loadedVersion,
  publishProblems,
  runningMarkOf,
  runningVersion,
} from "./watchlist-versions.ts";

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
  /** No problems: the upload is not complete yet. */
  | { readonly ok: false; readonly problems: readonly WatchlistProblem[] };

/** The uploads at one moment. */
interface Upload {
  readonly files: readonly WatchFile[];
  readonly version: string;
  /** What they are to become, where whoever uploads has said so. */
  readonly awaited: string | undefined;
}

/**
 * Checks the uploaded files as a whole and makes them the running watchlist. With one problem anywhere the running one
 * stays, and `problems.txt` beside it says what to mend.
 *
 * Storage calls this for each file by itself, several at once, and in no promised order. A half upload never runs all
 * the same: what is read is read until two readings agree, so it stood there at one moment; and where a version is
 * awaited, nothing but that version is activated. The last upload wins: after it has been applied the uploads are looked
 * at once more, and whoever finds them changed, having been overtaken, applies them again.
 */
export async function applyWatchlist(deps: ApplyWatchlistDeps): Promise<ApplyResult> {
  for (;;) {
    const upload = await settledUpload(deps);
    const result = await applyUpload(deps, upload);
    if (await isStillThere(deps, upload)) return result;
  }
}

async function applyUpload({ clock, active, log }: ApplyWatchlistDeps, upload: Upload): Promise<ApplyResult> {
  const { files, version, awaited } = upload;
  if (awaited !== undefined && awaited !== version) {
    log.info("watchlist incomplete", { awaited, version });
    return { ok: false, problems: [] };
  }
  // Of an upload of many files, all calls but the first find it running.
  if (await isRunning(active, version, WATCHLIST_FORM)) {
    await publishProblems(active, []);
    return { ok: true, version };
  }
  const result = loadWatchlist(files, version);
  if (!result.ok) {
    await publishProblems(active, result.problems.map(formatProblem));
    log.warn("watchlist refused", { problems: result.problems.length });
    return result;
  }
  const loaded = { form: WATCHLIST_FORM, watchlist: result.watchlist };
  const activation = { version, activated: clock(), files: [...files] };
  await Promise.all([publishProblems(active, []), activate(active, activation, loaded)]);
  log.info("watchlist active", { version });
  return { ok: true, version };
}

/** While a version is awaited, no other is activated: then it is not read again. */
async function isStillThere(deps: ApplyWatchlistDeps, { version }: Upload): Promise<boolean> {
  if ((await awaitedVersion(deps.active)) === version) return true;
  return (await readUpload(deps)).version === version;
}

/** None was ever activated: the files of `watch/` have not been uploaded yet. */
export class NoWatchlistError extends Error {
  override readonly name = "NoWatchlistError";
}

/** The running watchlist: `known` itself where that is still the one. Throws a `NoWatchlistError` when there is none. */
export async function readActiveWatchlist(active: ObjectStore, known?: Watchlist): Promise<Watchlist> {
  if (known !== undefined && (await runningMarkOf(active))?.version === known.version) return known;
  const loaded = await loadedVersion(active);
  if (loaded !== undefined && loaded.version === known?.version) return known;
  if (loaded?.form === WATCHLIST_FORM) return loaded.watchlist;
  // Another program stored it, or stored nothing of it: after a deployment, until the next upload.
  const running = await runningVersion(active);
  if (running === undefined) throw new NoWatchlistError("no watchlist is active: upload the files of watch/");
  const { version, files } = running;
  if (version === known?.version) return known;
  const result = loadWatchlist(files, version);
  if (result.ok) return result.watchlist;
  throw new Error(
    `watchlist ${version} was active but no longer loads: ${result.problems.map(formatProblem).join("; ")}`,
  );
}

/** What is awaited, whole; or two readings that agree, so that both are of the moment between them. */
async function settledUpload(deps: ApplyWatchlistDeps): Promise<Upload> {
  let upload = await readUpload(deps);
  for (;;) {
    if (upload.version === upload.awaited) return upload;
    const again = await readUpload(deps);
    if (again.version === upload.version) return again;
    upload = again;
  }
}

async function readUpload({ uploads, active }: ApplyWatchlistDeps): Promise<Upload> {
  const decoder = new TextDecoder();
  const [awaited, listed] = await Promise.all([awaitedVersion(active), uploads.list(WATCHLIST_PLACES.uploads)]);
  const keys = listed.filter(isWatchFile);
  const bodies = await Promise.all(keys.map(async (path) => ({ path, body: await uploads.get(path) })));
  // A file that was removed since it was listed is none.
  const files = bodies.flatMap(({ path, body }) => (body === undefined ? [] : { path, text: decoder.decode(body) }));
  return { files, version: versionOf(files), awaited };
}
