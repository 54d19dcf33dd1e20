import * as z from "zod";
import type { Instant, Watchlist } from "../model.ts";
import type { ObjectStore } from "./ports.ts";

/** A watchlist that runs, or ran: its files as they were, and since when. */
const activation = z.object({
  version: z.string(),
  activated: z.string(),
  files: z.array(z.strictObject({ path: z.string(), text: z.string() })),
});
export type Activation = z.infer<typeof activation>;

/** What loading made of its files, and in which form. It was checked before it was stored; no reader checks it again. */
const loaded = z.strictObject({
  version: z.string(),
  form: z.number(),
  watchlist: z.custom<Watchlist>((value) => typeof value === "object" && value !== null),
});
export type Loaded = z.infer<typeof loaded>;

/** Which one is running, in a few bytes: readers who have it already need not read all of it again. */
const runningMark = z.strictObject({ version: z.string() });
export type RunningMark = z.infer<typeof runningMark>;

/** One line of the history. */
export interface PastVersion {
  readonly version: string;
  readonly activated: Instant;
  /** Where its files are kept. */
  readonly key: string;
}

/** What is kept beside the uploads. */
const KEYS = {
  mark: "running.json",
  /** The running one, loaded. */
  loaded: "loaded.json",
  /** The files of all that ran, the running one among them. */
  versions: "versions/",
  /** The version that is being uploaded, empty for none: until it is there as a whole, nothing is activated. */
  awaited: "awaited.txt",
  /** What is wrong with the uploads, a line each; empty where nothing is. */
  problems: "problems.txt",
} as const;
export const PROBLEMS_KEY = KEYS.problems;
/** What a reader of the running watchlist reads: these, and what begins with the last. */
export const RUNNING_KEYS = [KEYS.mark, KEYS.loaded, `${KEYS.versions}*`] as const;

const TYPES = { json: "application/json; charset=utf-8", text: "text/plain; charset=utf-8" } as const;

/** `versions/20261125T073000.000Z-0a1b2c3d4e5f.json`: in order of time, and without a colon, which not all folders take. */
const VERSION_KEY = /^versions\/(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2}\.\d{3}Z)-([0-9a-f]+)\.json$/u;

/**
 * Makes a watchlist the running one, and part of the history. The mark comes last: until then it counts as not running,
 * and whoever was cut short does all of it again.
 */
export async function activate(
  active: ObjectStore,
  { version, activated, files }: Activation,
  { form, watchlist }: Pick<Loaded, "form" | "watchlist">,
): Promise<void> {
  const what = JSON.stringify({ version, activated, files } satisfies Activation);
  await Promise.all([
    active.put(`${KEYS.versions}${activated.replace(/[-:]/gu, "")}-${version}.json`, what, TYPES.json),
    active.put(KEYS.loaded, JSON.stringify({ version, form, watchlist } satisfies Loaded), TYPES.json),
  ]);
  await active.put(KEYS.mark, JSON.stringify({ version } satisfies RunningMark), TYPES.json);
}

/**
 * Whether this version runs, loaded in this form. The mark is asked first, then what is loaded: calls that overtook each
 * other may have left one of each. The files of a version never change, and stood there before its mark did.
 */
export async function isRunning(active: ObjectStore, version: string, form: number): Promise<boolean> {
  // To read what is not there would be an error, whose trace takes longer than all the rest of asking.
  if (!(await active.list(KEYS.mark)).includes(KEYS.mark)) return false;
  if ((await runningMarkOf(active))?.version !== version) return false;
  const readable = await loadedVersion(active);
  return readable?.version === version && readable.form === form;
}

/** Of the running watchlist, only which it is. It may be the one before while another is being activated. */
export async function runningMarkOf(active: ObjectStore): Promise<RunningMark | undefined> {
  return await readAs(runningMark, active, KEYS.mark);
}

/** The running watchlist with its files. */
export async function runningVersion(active: ObjectStore): Promise<Activation | undefined> {
  const version = (await runningMarkOf(active))?.version;
  const past = (await pastVersions(active)).find((one) => one.version === version);
  return past && (await activationOf(active, past));
}

/** What the running watchlist was loaded to, by whichever program activated it. */
export async function loadedVersion(active: ObjectStore): Promise<Loaded | undefined> {
  return await readAs(loaded, active, KEYS.loaded);
}

/**
 * Every watchlist that was activated, newest first. One that came back stands there again; one that several calls at
 * once have activated stands there once.
 */
export async function pastVersions(active: ObjectStore): Promise<readonly PastVersion[]> {
  const keys = await active.list(KEYS.versions);
  const activations = keys.flatMap((key) => pastVersion(key) ?? []);
  return activations.filter(({ version }, i) => version !== activations[i - 1]?.version).toReversed();
}

/** A past watchlist with its files. */
export async function activationOf(active: ObjectStore, { key, version }: PastVersion): Promise<Activation> {
  const found = await readAs(activation, active, key);
  if (found === undefined) throw new Error(`watchlist ${version}: nothing stands at ${key}`);
  return found;
}

/** Says before an upload which version it will come to, and after its end, with undefined, that none is awaited. */
export async function awaitVersion(active: ObjectStore, version: string | undefined): Promise<void> {
  await active.put(KEYS.awaited, version ?? "", TYPES.text);
}

export async function awaitedVersion(active: ObjectStore): Promise<string | undefined> {
  const body = await active.get(KEYS.awaited);
  return body === undefined || body.length === 0 ? undefined : new TextDecoder().decode(body);
}

/** Publishes what is wrong with the uploads; with no lines, that nothing is. */
export async function publishProblems(active: ObjectStore, lines: readonly string[]): Promise<void> {
  await active.put(KEYS.problems, lines.map((line) => `${line}\n`).join(""), TYPES.text);
}

async function readAs<T>(form: z.ZodType<T>, active: ObjectStore, key: string): Promise<T | undefined> {
  const body = await active.get(key);
  return body && form.parse(JSON.parse(new TextDecoder().decode(body)));
}

function pastVersion(key: string): PastVersion | undefined {
  const [, year, month, day, hour, minute, second, version] = VERSION_KEY.exec(key) ?? [];
  if (version === undefined) return undefined;
  return { key, version, activated: `${year}-${month}-${day}T${hour}:${minute}:${second}` };
}
