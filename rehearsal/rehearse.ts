import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bucketObjects } from "../cli/cloud/bucket-objects.ts";
import { checkedWatchlist, readWatchFolder } from "../cli/local/watch-folder.ts";
import { loadSamplePress } from "../cli/press/load-sample-press.ts";
import { daysOf } from "../cli/press/play-press.ts";
import { pressSources, SOURCES_PATH } from "../cli/press/press-sources.ts";
import { servePress } from "../cli/press/serve-press.ts";
import type { Instant } from "../shared/model.ts";
import { between, localDate } from "../shared/time.ts";
import { readAssembly } from "./assembly/read-assembly.ts";
import { type Calendar, calendarOf, type Morning } from "./calendar.ts";
import { compareSites } from "./compare/compare-sites.ts";
import { referenceSite } from "./compare/reference-site.ts";
import { type OpenCloud, openCloud } from "./open-cloud.ts";
import { playUntil, upload } from "./play.ts";
import { createFindings } from "./report/findings.ts";
import { noteInvocation } from "./report/invocation-findings.ts";
import { noteLeftovers } from "./report/leftovers.ts";
import { countedReport, type Report } from "./report/report.ts";
import { bucketSize, tablesSize } from "./report/stored-bytes.ts";
import { createCounter } from "./report/tally.ts";
import { simulatedClock } from "./time/simulated-clock.ts";

export interface RehearseOptions {
  /** Folder of the cloud assembly. */
  readonly assembly: string;
  readonly watch: string;
  readonly signal: AbortSignal;
  /** Told how far it is, a line each time. */
  readonly progress: (line: string) => void;
  /** Plays no more than this, and compares nothing. */
  readonly morning?: Morning;
}

/** Deploys the assembly to the rehearsed AWS, plays the days of the sample press, and says what came of it. */
export async function rehearse({ assembly: from, watch, signal, progress, morning }: RehearseOptions): Promise<Report> {
  const started = performance.now();
  const assembly = await readAssembly(from);
  const press = loadSamplePress();
  const own = await readWatchFolder(watch);
  const files = [...own.filter(({ path }) => path !== SOURCES_PATH), pressSources(press)];
  const watchlist = checkedWatchlist(files);
  const { timeZone } = watchlist.monitor;
  const calendar = calendarOf(daysOf(press, timeZone), watchlist.monitor, morning);

  const clock = simulatedClock(Date.parse(calendar.created));
  const findings = createFindings();
  const counter = createCounter(() => localDate(clock.instant(), timeZone));
  const folder = await mkdtemp(join(tmpdir(), "mizan-rehearsal-"));
  const server = await servePress(press, clock.instant);
  let cloud: OpenCloud | undefined;
  try {
    progress("deploying");
    cloud = await openCloud({
      ...{ assembly, clock, findings, pressPort: server.port, folder },
      onCall: counter.call,
      onOutput: counter.output,
      onInvocation: (invocation) => {
        counter.invocation(invocation);
        noteInvocation(findings, invocation);
      },
    });
    await cloud.start();
    await playUntil(cloud, Date.parse(calendar.deployed), signal);
    await upload(cloud, files, signal);
    await playUntil(cloud, Date.parse(calendar.end), signal, () => progress(progressOf(calendar, clock.instant())));
    await noteLeftovers(cloud);

    const site = bucketObjects(cloud.observer.s3, cloud.stack.siteBucket);
    let compared = 0;
    if (morning === undefined && !signal.aborted) {
      progress("comparing with the demo");
      const reference = {
        watch,
        data: join(folder, "demo"),
        siteAddress: cloud.stack.siteAddress,
        watchlist,
        press,
        publishedAt: calendar.published,
        signal,
      };
      const result = await compareSites(site, await referenceSite(reference));
      for (const { key, what } of result.differences) findings.add("differs", `${key}: ${what}`);
      compared = result.compared;
    }
    return {
      stack: cloud.stack.name,
      region: cloud.stack.region,
      from: calendar.created,
      to: clock.instant(),
      seconds: Math.round((performance.now() - started) / 1_000),
      database: cloud.database,
      outlets: press.outlets.length,
      articles: press.outlets.flatMap(({ articles }) => articles).length,
      ...countedReport(counter.tally(), cloud.stack.functions),
      traces: cloud.traces(),
      site: { ...(await bucketSize(cloud.observer, cloud.stack.siteBucket)), compared },
      table: await tablesSize(cloud.observer, cloud.stack.tables),
      leftOut: cloud.leftOut,
      findings: findings.all(),
    };
  } finally {
    await cloud?.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** `37 %, 2026-02-11 06:20 UTC`. */
function progressOf({ created, end }: Calendar, now: Instant): string {
  const share = between(created, now) / between(created, end);
  return `${Math.floor(100 * share)} %, ${now.slice(0, 16).replace("T", " ")} UTC`;
}
