import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pushWatchlist } from "../../../cli/cloud/push-watchlist.ts";
import { pastVersions } from "../../../shared/pipeline/watchlist-versions.ts";
import { versionOf } from "../../../shared/watchlist/load-watchlist.ts";
import type { WatchFile } from "../../../shared/watchlist/yaml-file.ts";
import { type CallingBucket, openCallingBucket } from "../../support/a-watchlist-bucket.ts";
import { type EmbeddedServer, serveFauxqs } from "../../support/embedded-aws.ts";
import { DOSSIER, MONITOR, SOURCES, watchFiles } from "../../support/watch-files.ts";

let server: EmbeddedServer;
beforeAll(async () => {
  server = await serveFauxqs();
});
afterAll(async () => await server.close());

const BEFORE = watchFiles({
  "watch/dossiers/second.yaml": DOSSIER.replaceAll(/\b(sample|river|water|p1)\b(?!,)/gu, "second-$1"),
});
const AFTER = watchFiles({
  "watch/monitor.yaml": MONITOR.replace("15 min", "30 min"),
  "watch/sources.yaml": SOURCES.replace("Steppe Post", "The Steppe Post"),
});

async function push(
  bucket: CallingBucket,
  files: readonly WatchFile[],
  options: { patienceMs?: number; signal?: AbortSignal } = {},
) {
  const signal = new AbortController().signal;
  const pushed = await pushWatchlist({ bucket, files, progress: () => undefined, askEveryMs: 10, signal, ...options });
  await bucket.settled();
  return pushed;
}

const textOf = async (bucket: CallingBucket, key: string) => new TextDecoder().decode(await bucket.active.get(key));

test("the first push uploads everything, and ends when it runs", async () => {
  const bucket = await openCallingBucket(server.endpoint);
  expect(await push(bucket, BEFORE)).toEqual({
    version: versionOf(BEFORE),
    uploaded: BEFORE.map(({ path }) => path),
    removed: [],
  });
  expect(new Set(bucket.ran)).toEqual(new Set([versionOf(BEFORE)]));
});

test("a later one uploads what changed, removes what is gone, and no mixture ever runs", async () => {
  const bucket = await openCallingBucket(server.endpoint);
  await push(bucket, BEFORE);
  expect(await push(bucket, AFTER)).toEqual({
    version: versionOf(AFTER),
    uploaded: ["watch/monitor.yaml", "watch/sources.yaml"],
    removed: ["watch/dossiers/second.yaml"],
  });
  expect(new Set(bucket.ran)).toEqual(new Set([versionOf(BEFORE), versionOf(AFTER)]));
  expect(bucket.ran.at(-1)).toBe(versionOf(AFTER));
  expect(await textOf(bucket, "awaited.txt")).toBe("");
});

test("pushing what runs uploads nothing", async () => {
  const bucket = await openCallingBucket(server.endpoint);
  await push(bucket, BEFORE);
  const before = bucket.changes.length;
  expect(await push(bucket, BEFORE)).toMatchObject({ uploaded: [], removed: [] });
  expect(bucket.changes).toHaveLength(before);
  expect(await pastVersions(bucket.active)).toHaveLength(1);
});

test("with a mistake nothing is uploaded, and the mistake is told with its place", async () => {
  const bucket = await openCallingBucket(server.endpoint);
  const wrong = watchFiles({ "watch/sources.yaml": "sources: []\n" });
  await expect(push(bucket, wrong)).rejects.toThrow("watch/sources.yaml:1:10: ");
  expect(bucket.changes).toEqual([]);
});

describe("a push that was cut short", () => {
  test("leaves the running watchlist, and the next one finishes", async () => {
    const bucket = await openCallingBucket(server.endpoint);
    await push(bucket, BEFORE);
    const controller = new AbortController();
    const { uploads } = bucket;
    const cut = {
      ...bucket,
      uploads: {
        ...uploads,
        put: async (key: string, body: string | Uint8Array, type: string) => {
          await uploads.put(key, body, type);
          controller.abort();
        },
      },
    };
    await expect(push(cut, AFTER, { signal: controller.signal })).rejects.toThrow();
    await bucket.settled();
    expect(new Set(bucket.ran)).toEqual(new Set([versionOf(BEFORE)]));
    expect(await push(bucket, AFTER)).toMatchObject({ uploaded: ["watch/sources.yaml"] });
    expect(bucket.ran.at(-1)).toBe(versionOf(AFTER));
  });

  test("after its last file is finished by one more call", async () => {
    const bucket = await openCallingBucket(server.endpoint, { calls: false });
    await expect(push(bucket, BEFORE, { patienceMs: 20 })).rejects.toThrow(
      /is uploaded, but does not run after 0.02 s/u,
    );
    const later = bucket.changes.length;
    await expect(push(bucket, BEFORE, { patienceMs: 20 })).rejects.toThrow(/does not run/u);
    expect(bucket.changes.slice(later)).toEqual(["put watch/monitor.yaml"]);
  });
});

test("what AWS refuses is told in its words", async () => {
  const bucket = await openCallingBucket(server.endpoint, { calls: false });
  const { uploads } = bucket;
  const refusing = {
    ...bucket,
    uploads: {
      ...uploads,
      put: async (key: string, body: string | Uint8Array, type: string) => {
        await uploads.put(key, body, type);
        await bucket.active.put("problems.txt", "watch/monitor.yaml:1:1: unknown key\n", "text/plain");
      },
    },
  };
  await expect(push(refusing, BEFORE)).rejects.toThrow("watch/monitor.yaml:1:1: unknown key");
});
