import { expect, test } from "vitest";
import { createPublishDigestHandler } from "../../functions/publish-digest.ts";
import { EDITIONS_ONLY } from "../../shared/cloud/publishing-call.ts";
import { aSiteInMemory } from "../support/a-site.ts";
import { aWatchlist } from "../support/an-edition.ts";
import { memoryObjects } from "../support/memory-objects.ts";

/** What EventBridge sends where a schedule has no input of its own. */
const SCHEDULED = { version: "0", id: "1", "detail-type": "Scheduled Event", source: "aws.scheduler", detail: "{}" };

test("the daily call leaves the pages that gather many days to the one after it", async () => {
  const days = aSiteInMemory();
  await days.find("2026-02-10");
  const site = memoryObjects();
  const handler = createPublishDigestHandler({
    clock: () => "2026-02-11T02:00:00.000Z",
    log: { info: () => undefined, warn: () => undefined },
    running: async () => aWatchlist(),
    storeFor: () => days.store,
    site,
  });
  const editions = [
    { date: "2026-02-10", revision: 1 },
    { date: "2026-02-11", revision: 0 },
  ];
  expect(await handler(EDITIONS_ONLY)).toMatchObject(editions);
  expect(site.bodies.get("index.html")).toContain('<time datetime="2026-02-10">');
  expect(site.bodies.has("position/p4.html")).toBe(false);
  expect(await handler(SCHEDULED)).toMatchObject(editions);
  expect(site.bodies.get("position/p4.html")).toContain('id="day-2026-02-10"');
  days.store.close();
});
