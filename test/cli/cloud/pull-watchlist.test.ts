import { mkdtempSync, readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findPastVersion } from "../../../cli/cloud/past-version.ts";
import { pullWatchlist } from "../../../cli/cloud/pull-watchlist.ts";
import { readWatchFolder } from "../../../cli/local/watch-folder.ts";
import type { Watchlist } from "../../../shared/model.ts";
import type { ObjectStore } from "../../../shared/pipeline/ports.ts";
import { activate } from "../../../shared/pipeline/watchlist-versions.ts";
import { versionOf } from "../../../shared/watchlist/load-watchlist.ts";
import type { WatchFile } from "../../../shared/watchlist/yaml-file.ts";
import { memoryObjects } from "../../support/memory-objects.ts";
import { DOSSIER, SOURCES, watchFiles } from "../../support/watch-files.ts";

const FIRST = watchFiles({ "watch/dossiers/second.yaml": DOSSIER });
const SECOND = watchFiles({ "watch/sources.yaml": SOURCES.replace("Steppe", "Dala") });

/** Activates files as if loading had made something of them, which a pull never looks at. */
async function activateFiles(active: ObjectStore, files: WatchFile[], day: number, version = versionOf(files)) {
  const activated = `2026-02-1${day}T07:00:00.000Z`;
  await activate(active, { version, activated, files }, { form: 0, watchlist: {} as Watchlist });
}

/** Two watchlists ran, the second one runs. */
async function aHistory() {
  const active = memoryObjects();
  for (const [day, files] of [FIRST, SECOND].entries()) await activateFiles(active, files, day);
  return active;
}

async function pull(active: Awaited<ReturnType<typeof aHistory>>, folder: string, force = false) {
  return await pullWatchlist({ active, folder, local: await readWatchFolder(folder), force });
}

test("an empty folder is filled with the running watchlist, byte for byte", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mizan-pull-"));
  expect(await pull(await aHistory(), folder)).toMatchObject({ version: versionOf(SECOND), removed: [] });
  expect(versionOf(await readWatchFolder(folder))).toBe(versionOf(SECOND));
  expect(readdirSync(join(folder, "dossiers"))).toEqual(["sample.yaml"]);
});

test("a folder that holds what ran before is brought up to date, and what is gone is removed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mizan-pull-"));
  const old = await aHistory();
  await activateFiles(old, FIRST, 2);
  await pull(old, folder);
  expect(await pull(await aHistory(), folder)).toEqual({
    version: versionOf(SECOND),
    written: ["watch/sources.yaml"],
    removed: ["watch/dossiers/second.yaml"],
  });
  expect(versionOf(await readWatchFolder(folder))).toBe(versionOf(SECOND));
});

test("what was changed in the folder is named and left alone, unless it is given up", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mizan-pull-"));
  const active = await aHistory();
  await pull(active, folder);
  await writeFile(join(folder, "sources.yaml"), "mine");
  await expect(pull(active, folder)).rejects.toThrow("watch/sources.yaml: changed here and would be lost");
  expect(await readFile(join(folder, "sources.yaml"), "utf8")).toBe("mine");
  expect(await pull(active, folder, true)).toMatchObject({ written: ["watch/sources.yaml"] });
});

test("a file that was added in the folder is no less a change", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mizan-pull-"));
  const active = await aHistory();
  await pull(active, folder);
  await writeFile(join(folder, "dossiers/mine.yaml"), DOSSIER);
  await expect(pull(active, folder)).rejects.toThrow("watch/dossiers/mine.yaml: changed here");
});

test("before anything runs, how to make it run is told", async () => {
  await expect(pull(memoryObjects(), mkdtempSync(join(tmpdir(), "mizan-pull-")))).rejects.toThrow("watch push");
});

test("a past version is found by its name or beginning, and only where that is one", async () => {
  const active = await aHistory();
  expect((await findPastVersion(active, versionOf(FIRST).slice(0, 5))).version).toBe(versionOf(FIRST));
  await expect(findPastVersion(active, "zzz")).rejects.toThrow('no watchlist "zzz" ever ran');
  await expect(findPastVersion(active, "")).rejects.toThrow("ever ran");
  await activateFiles(active, [], 3, `${versionOf(FIRST).slice(0, 5)}0000000`);
  await expect(findPastVersion(active, versionOf(FIRST).slice(0, 5))).rejects.toThrow(" or ");
});
