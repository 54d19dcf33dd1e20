import { expect, test } from "vitest";
import { pollMany } from "../../bench/polling.ts";

test("hundreds of feeds are polled, parsed and stored in one process with little memory", async () => {
  const { newItems, perSecond, peakMb } = await pollMany(500);
  console.log(`500 feeds: ${perSecond.toFixed(0)} a second, at most ${peakMb} MB`);
  expect(newItems).toBe(15_000);
  expect(peakMb).toBeGreaterThan(50);
  expect(peakMb).toBeLessThan(300);
});
