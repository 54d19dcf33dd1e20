import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyWatchlist, readActiveWatchlist } from "../../../shared/pipeline/apply-watchlist.ts";
import {
  activationOf,
  awaitVersion,
  isRunning,
  pastVersions,
  runningMarkOf,
  runningVersion,
} from "../../../shared/pipeline/watchlist-versions.ts";
import { WATCHLIST_FORM } from "../../../shared/watchlist/form.ts";
import { versionOf } from "../../../shared/watchlist/load-watchlist.ts";
import type { WatchFile } from "../../../shared/watchlist/yaml-file.ts";
import { memoryObjects } from "../../support/memory-objects.ts";
import { DOSSIER, SOURCES, watchFiles } from "../../support/watch-files.ts";

const BEFORE = watchFiles({ "watch/dossiers/second.yaml": aDossier("second") });
/** Two files changed, one removed, one added: every mixture of the two loads without a problem. */
const AFTER = watchFiles({
  "watch/sources.yaml": SOURCES.replace("Steppe Post", "The Steppe Post"),
  "watch/dossiers/sample.yaml": DOSSIER.replace("A talk", "Another talk"),
  "watch/dossiers/third.yaml": aDossier("third"),
});

/** Ids are unique across dossiers. */
function aDossier(name: string): string {
  return DOSSIER.replaceAll(/\b(sample|river|water|p1)\b(?!,)/gu, (id) => `${id}-${name}`);
}

function aBucket(files: readonly WatchFile[] = [], onCall?: Parameters<typeof memoryObjects>[0]) {
  let minute = 0;
  const clock = () => new Date(Date.UTC(2026, 1, 10, 7, minute++)).toISOString();
  const uploads = memoryObjects(onCall);
  for (const { path, text } of files) uploads.bodies.set(path, text);
  const log = { info: () => undefined, warn: () => undefined };
  return { clock, uploads, active: memoryObjects(onCall), log };
}

/** What a push changes in the bucket, one step each. */
function stepsBetween(before: readonly WatchFile[], after: readonly WatchFile[]) {
  const isIn = (files: readonly WatchFile[], { path, text }: WatchFile) =>
    files.some((file) => file.path === path && file.text === text);
  return [
    ...after.filter((file) => !isIn(before, file)),
    ...before.filter(({ path }) => !after.some((file) => file.path === path)).map(({ path }) => ({ path })),
  ];
}

function change({ bodies }: { readonly bodies: Map<string, string> }, step: { path: string; text?: string }) {
  if (step.text === undefined) bodies.delete(step.path);
  else bodies.set(step.path, step.text);
}

test("uploads are activated as a whole", async () => {
  const bucket = aBucket(BEFORE);
  expect(await applyWatchlist(bucket)).toEqual({ ok: true, version: versionOf(BEFORE) });
  expect((await readActiveWatchlist(bucket.active)).version).toBe(versionOf(BEFORE));
  expect(bucket.active.bodies.get("problems.txt")).toBe("");
});

test("a mistake leaves the running watchlist alone and is published with its place until it is mended", async () => {
  const bucket = aBucket(BEFORE);
  await applyWatchlist(bucket);
  bucket.uploads.bodies.set("watch/sources.yaml", "sources: []\n");
  expect(await applyWatchlist(bucket)).toMatchObject({ ok: false, problems: [{ file: "watch/sources.yaml" }] });
  expect(bucket.active.bodies.get("problems.txt")).toMatch(/^watch\/sources\.yaml:1:10: .+\n$/u);
  expect((await runningVersion(bucket.active))?.version).toBe(versionOf(BEFORE));
  bucket.uploads.bodies.set("watch/sources.yaml", SOURCES);
  await applyWatchlist(bucket);
  expect(bucket.active.bodies.get("problems.txt")).toBe("");
});

test("what runs already is not activated again", async () => {
  const put: string[] = [];
  const bucket = aBucket(BEFORE, (call, key) => {
    if (call === "put") put.push(key);
  });
  await applyWatchlist(bucket);
  const first = await runningVersion(bucket.active);
  put.length = 0;
  await applyWatchlist(bucket);
  expect(await runningVersion(bucket.active)).toEqual(first);
  expect(put).toEqual(["problems.txt"]);
});

test("what was loaded to another form is loaded and activated anew", async () => {
  const bucket = aBucket(BEFORE);
  await applyWatchlist(bucket);
  const loaded = JSON.parse(bucket.active.bodies.get("loaded.json") ?? "");
  bucket.active.bodies.set("loaded.json", JSON.stringify({ ...loaded, form: -1 }));
  await applyWatchlist(bucket);
  expect(JSON.parse(bucket.active.bodies.get("loaded.json") ?? "")).toEqual(loaded);
});

describe("half an upload never runs", () => {
  const steps = stepsBetween(BEFORE, AFTER);

  test("whatever order its files arrive in, however often storage calls", async () => {
    const orders = fc.shuffledSubarray([...steps.keys()], { minLength: steps.length });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const bucket = aBucket(BEFORE);
        await applyWatchlist(bucket);
        await awaitVersion(bucket.active, versionOf(AFTER));
        const ran = new Set<string | undefined>();
        for (const index of order) {
          ran.add((await runningVersion(bucket.active))?.version);
          change(bucket.uploads, steps[index] ?? { path: "" });
          await applyWatchlist(bucket);
        }
        expect([...ran]).toEqual([versionOf(BEFORE)]);
        expect((await runningVersion(bucket.active))?.version).toBe(versionOf(AFTER));
      }),
      { numRuns: 24 },
    );
  });

  test("wherever in a reading the upload begins", async () => {
    for (let call = 1; call <= 20; call++) {
      let calls = 0;
      const bucket = aBucket(BEFORE, () => {
        if (++calls !== call) return;
        bucket.active.bodies.set("awaited.txt", versionOf(AFTER));
        for (const step of steps.slice(0, 2)) change(bucket.uploads, step);
      });
      await applyWatchlist(bucket);
      const ran = await pastVersions(bucket.active);
      expect(ran.filter(({ version }) => version !== versionOf(BEFORE))).toEqual([]);
    }
  });

  test("without a version that is awaited, what stands there runs", async () => {
    const bucket = aBucket(BEFORE);
    await awaitVersion(bucket.active, versionOf(AFTER));
    expect(await applyWatchlist(bucket)).toEqual({ ok: false, problems: [] });
    await awaitVersion(bucket.active, undefined);
    expect(await applyWatchlist(bucket)).toMatchObject({ ok: true });
  });
});

test.each([
  ["by a later upload", undefined, undefined],
  ["by an upload after the one that was awaited", versionOf(BEFORE), undefined],
  ["by an upload that is awaited in its place", versionOf(BEFORE), versionOf(AFTER)],
])("whoever was overtaken %s applies that one", async (_how, awaited, then) => {
  const bucket = aBucket(BEFORE, (call, key) => {
    if (call !== "put" || key !== "loaded.json") return;
    for (const step of stepsBetween(BEFORE, AFTER)) change(bucket.uploads, step);
    bucket.active.bodies.set("awaited.txt", then ?? "");
  });
  await awaitVersion(bucket.active, awaited);
  expect(await applyWatchlist(bucket)).toEqual({ ok: true, version: versionOf(AFTER) });
  expect((await runningVersion(bucket.active))?.version).toBe(versionOf(AFTER));
});

test("an upload that is awaited, and there as a whole, is read once", async () => {
  const read: string[] = [];
  const bucket = aBucket(BEFORE, (call, key) => {
    if (call === "get" && key.startsWith("watch/")) read.push(key);
  });
  await awaitVersion(bucket.active, versionOf(BEFORE));
  expect(await applyWatchlist(bucket)).toMatchObject({ ok: true });
  expect(read.toSorted()).toEqual(BEFORE.map(({ path }) => path).toSorted());
});

test.each(["loaded.json", "running.json", "versions/"])(
  "where an activation was cut short at %s, the next call does all of it",
  async (at) => {
    let isCut = true;
    const bucket = aBucket(BEFORE, (call, key) => {
      if (isCut && call === "put" && key.startsWith(at)) throw new Error("cut short");
    });
    await expect(applyWatchlist(bucket)).rejects.toThrow("cut short");
    isCut = false;
    await applyWatchlist(bucket);
    expect((await readActiveWatchlist(bucket.active)).version).toBe(versionOf(BEFORE));
    expect((await pastVersions(bucket.active)).map(({ version }) => version)).toEqual([versionOf(BEFORE)]);
    expect(await isRunning(bucket.active, versionOf(BEFORE), WATCHLIST_FORM)).toBe(true);
  },
);

test.each(["loaded.json", "running.json"])(
  "where calls that overtook each other left an older %s, the next one mends it",
  async (older) => {
    const bucket = aBucket(BEFORE);
    await applyWatchlist(bucket);
    const left = bucket.active.bodies.get(older) ?? "";
    for (const step of stepsBetween(BEFORE, AFTER)) change(bucket.uploads, step);
    await applyWatchlist(bucket);
    bucket.active.bodies.set(older, left);
    await applyWatchlist(bucket);
    expect((await runningVersion(bucket.active))?.version).toBe(versionOf(AFTER));
    expect((await readActiveWatchlist(bucket.active)).version).toBe(versionOf(AFTER));
    expect(await runningMarkOf(bucket.active)).toEqual({ version: versionOf(AFTER) });
  },
);

test("the history tells every activation, newest first, with the files of each", async () => {
  const bucket = aBucket(BEFORE);
  await applyWatchlist(bucket);
  for (const [from, to] of [
    [BEFORE, AFTER],
    [AFTER, BEFORE],
  ] as const) {
    for (const step of stepsBetween(from, to)) change(bucket.uploads, step);
    await applyWatchlist(bucket);
  }
  const history = await pastVersions(bucket.active);
  expect(history.map(({ version, activated }) => [version, activated])).toEqual([
    [versionOf(BEFORE), "2026-02-10T07:02:00.000Z"],
    [versionOf(AFTER), "2026-02-10T07:01:00.000Z"],
    [versionOf(BEFORE), "2026-02-10T07:00:00.000Z"],
  ]);
  for (const past of history) expect(versionOf((await activationOf(bucket.active, past)).files)).toBe(past.version);
});
