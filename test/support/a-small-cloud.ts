import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAssembly } from "../../rehearsal/assembly/read-assembly.ts";
import type { DoneCall } from "../../rehearsal/gateway/serve-gateway.ts";
import type { Invocation } from "../../rehearsal/lambda/function-host.ts";
import { type OpenCloud, openCloud } from "../../rehearsal/open-cloud.ts";
import { playUntil } from "../../rehearsal/play.ts";
import { createFindings } from "../../rehearsal/report/findings.ts";
import { noteInvocation } from "../../rehearsal/report/invocation-findings.ts";
import type { Queue } from "../../rehearsal/stack/stack.ts";
import { simulatedClock } from "../../rehearsal/time/simulated-clock.ts";

export const SMALL_CLOUD_STARTS = "2026-02-10T00:00:00.000Z";

/** A rehearsed AWS with a small assembly, and what happened in it. */
export interface SmallCloud extends OpenCloud {
  readonly invocations: readonly (Invocation & { readonly endedAt: string })[];
  readonly calls: readonly DoneCall[];
  /** Lets simulated time pass. */
  pass(ms: number): Promise<void>;
  queue(id: string): Queue;
}

export async function openSmallCloud(assembly: string, pressPort = 1): Promise<SmallCloud> {
  const clock = simulatedClock(Date.parse(SMALL_CLOUD_STARTS));
  const findings = createFindings();
  const folder = await mkdtemp(join(tmpdir(), "mizan-small-"));
  const invocations: (Invocation & { endedAt: string })[] = [];
  const calls: DoneCall[] = [];
  const cloud = await openCloud({
    ...{ assembly: await readAssembly(assembly), clock, pressPort, folder, findings },
    onCall: (done) => calls.push(done),
    onOutput: () => undefined,
    onInvocation: (invocation) => {
      noteInvocation(findings, invocation);
      invocations.push({ ...invocation, endedAt: clock.instant() });
    },
  });
  await cloud.start();
  return {
    ...cloud,
    invocations,
    calls,
    pass: async (ms) => await playUntil(cloud, clock.now() + ms, new AbortController().signal),
    queue: (id) => {
      const queue = cloud.stack.queues.find((candidate) => candidate.id === id);
      if (queue === undefined) throw new Error(`no queue ${id}`);
      return queue;
    },
    close: async () => {
      await cloud.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
