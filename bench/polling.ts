import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { z } from "zod";
import { mannersLines, playDays } from "../test/manners/play-days.ts";
import { serveManyFeeds } from "./polling/many-feeds.ts";

const FEEDS = 500;
const MANNERS = { feeds: 200, days: 7 } as const;

const printed = z.object({ newItems: z.number(), perSecond: z.number() });

/** How fast feeds are polled, parsed and stored, how much memory that takes, and whether outlets would complain. */
export async function benchPolling(row: (name: string, value: string) => void): Promise<void> {
  const { perSecond, newItems, peakMb } = await pollMany(FEEDS);
  row(`feeds polled, parsed and stored (${FEEDS} on loopback, ${newItems} items)`, `${perSecond.toFixed(0)} /s`);
  row("  peak memory of that process", `${peakMb} MB`);
  const played = await playDays(MANNERS.feeds, MANNERS.days);
  for (const [name, value] of mannersLines(played, MANNERS.days)) row(name, value);
}

/** Polls so many feeds in a process of its own, so that its peak memory is its own. */
export async function pollMany(feeds: number) {
  const { server, port } = await serveManyFeeds();
  const folder = await mkdtemp(join(tmpdir(), "mizan-polling-"));
  try {
    const script = join(import.meta.dirname, "polling/poll-many.ts");
    const args = ["--import", join(import.meta.dirname, "report-peak.ts"), script, `${port}`, `${feeds}`, folder];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { encoding: "utf8" });
    return { ...printed.parse(JSON.parse(stdout)), peakMb: Number(/peak (\d+) MB/u.exec(stderr)?.[1]) };
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  }
}
