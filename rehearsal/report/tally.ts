import type { LocalDate } from "../../shared/model.ts";
import type { DoneCall } from "../gateway/serve-gateway.ts";
import type { Invocation } from "../lambda/function-host.ts";
import { label } from "../services/cloud.ts";

/** What is counted while the rehearsal runs. */
export interface Tally {
  readonly invocations: readonly CountedInvocation[];
  readonly calls: readonly CountedCalls[];
  readonly capacities: readonly CountedCapacity[];
  readonly logs: readonly CountedLog[];
}

export interface CountedInvocation {
  readonly function: string;
  readonly day: LocalDate;
  readonly messages: number;
  readonly isCold: boolean;
  readonly initMs: number;
  readonly durationMs: number;
  readonly outcome: Invocation["outcome"];
  readonly peakMb: number;
  /** Bytes to and from the press. */
  readonly sentBytes: number;
  readonly receivedBytes: number;
}

/** Requests of one kind by one caller on one day. */
export interface CountedCalls {
  readonly caller: string;
  readonly day: LocalDate;
  readonly service: string;
  readonly operation: string;
  readonly actions: string;
  readonly verdict: "allowed" | "denied";
  readonly times: number;
  /** Of request and answer bodies. */
  readonly sentBytes: number;
  readonly receivedBytes: number;
}

export interface CountedCapacity {
  readonly caller: string;
  readonly table: string;
  readonly day: LocalDate;
  readonly kind: "read" | "write";
  readonly units: number;
}

export interface CountedLog {
  readonly function: string;
  readonly day: LocalDate;
  readonly lines: number;
  readonly bytes: number;
}

export interface Counter {
  invocation(invocation: Invocation): void;
  call(done: DoneCall): void;
  output(fn: string, chunk: Buffer): void;
  tally(): Tally;
}

const LINE_FEED = 0x0a;

/** Counts by the day that `today` says it is. */
export function createCounter(today: () => LocalDate): Counter {
  const invocations: CountedInvocation[] = [];
  const calls = new Map<string, CountedCalls>();
  const capacities = new Map<string, CountedCapacity>();
  const logs = new Map<string, CountedLog>();

  return {
    invocation: ({ function: fn, messages, initMs, durationMs, outcome, report }) => {
      invocations.push({
        function: label(fn),
        day: today(),
        messages,
        isCold: initMs !== undefined,
        initMs: initMs ?? 0,
        durationMs,
        outcome,
        peakMb: (report?.peakKb ?? 0) / 1_024,
        sentBytes: report?.sentBytes ?? 0,
        receivedBytes: report?.receivedBytes ?? 0,
      });
    },
    call: ({ caller, call, request, answer, denied, capacities: taken }) => {
      const { service, operation, accesses } = call;
      const day = today();
      const verdict = denied === undefined ? "allowed" : "denied";
      const actions = [...new Set(accesses.map(({ action }) => action))].join(", ");
      const key = JSON.stringify([caller, day, service, operation, actions, verdict]);
      const before = calls.get(key) ?? { times: 0, sentBytes: 0, receivedBytes: 0 };
      calls.set(key, {
        ...{ caller, day, service, operation, actions, verdict },
        times: before.times + 1,
        sentBytes: before.sentBytes + request.body.length,
        receivedBytes: before.receivedBytes + answer.body.length,
      });
      for (const { table, kind, units } of taken) {
        const key = JSON.stringify([caller, table, day, kind]);
        capacities.set(key, { caller, table, day, kind, units: (capacities.get(key)?.units ?? 0) + units });
      }
    },
    output: (fn, chunk) => {
      const day = today();
      const key = JSON.stringify([fn, day]);
      const { lines, bytes } = logs.get(key) ?? { lines: 0, bytes: 0 };
      const own = chunk.reduce((count, byte) => count + (byte === LINE_FEED ? 1 : 0), 0);
      logs.set(key, { function: fn, day, lines: lines + own, bytes: bytes + chunk.length });
    },
    tally: () => ({
      invocations,
      calls: [...calls.values()],
      capacities: [...capacities.values()],
      logs: [...logs.values()],
    }),
  };
}
