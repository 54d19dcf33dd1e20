import { randomBytes, randomUUID } from "node:crypto";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { HOUR } from "../../shared/time.ts";
import type { LambdaFunction } from "../stack/stack.ts";
import type { SimulatedClock } from "../time/simulated-clock.ts";
import { type FunctionProcess, type Handled, InitError, startFunction } from "./function-process.ts";
import type { ProcessReport } from "./protocol.ts";
import type { FunctionError } from "./runtime-api.ts";
import type { Surroundings } from "./runtime-environment.ts";

/** What came of one invocation. */
export interface Invocation {
  readonly function: LambdaFunction;
  /** Of a queue, in its event; 1 of anything else. */
  readonly messages: number;
  /** Real milliseconds that loading the function took, where it was not there yet. */
  readonly initMs?: number;
  /** Real milliseconds in the handler. */
  readonly durationMs: number;
  readonly outcome: "succeeded" | "failed" | "timed out";
  /** What the handler returned, as JSON. */
  readonly payload?: string;
  readonly error?: FunctionError;
  readonly report?: ProcessReport;
}

/** Lambda's part for one function: one instance at a time, kept warm between invocations. */
export interface FunctionHost {
  /** `messages` says how many of a queue's messages the event holds. */
  invoke(event: string, messages?: number): Promise<Invocation>;
  close(): Promise<void>;
}

export interface HostDeps {
  readonly fn: LambdaFunction;
  readonly clock: SimulatedClock;
  readonly surroundings: Omit<Surroundings, "runtimeApi" | "taskRoot">;
  readonly pressPort: number;
  /** What buildBootstrap has built. */
  readonly bootstrap: string;
  /** An empty folder that has no `node_modules` above it: what a bundle lacks must be missed here as it is on Lambda. */
  readonly folder: string;
  onOutput(chunk: Buffer): void;
  onInvocation(invocation: Invocation): void;
}

/**
 * How long an idle instance is kept. Lambda promises no time, and takes many away sooner: what runs every few minutes
 * or hourly is warm here, and cold after a night. How long a cold start takes is in the report.
 */
const KEPT_IDLE_MS = HOUR;

export function createFunctionHost(deps: HostDeps): FunctionHost {
  const { fn, clock, folder } = deps;
  const taskRoot = join(folder, fn.id);
  let unpacked: Promise<void> | undefined;
  let instance: FunctionProcess | undefined;
  let idleSince = 0;

  const start = async (): Promise<FunctionProcess> => {
    unpacked ??= cp(fn.code, taskRoot, { recursive: true });
    await unpacked;
    return await startFunction({
      fn,
      surroundings: { ...deps.surroundings, taskRoot },
      world: { nowMs: clock.now(), pressPort: deps.pressPort },
      bootstrap: deps.bootstrap,
      onOutput: deps.onOutput,
    });
  };

  const invokeNow = async (event: string, messages: number): Promise<Invocation> => {
    if (instance !== undefined && clock.now() - idleSince > KEPT_IDLE_MS) {
      await instance.close();
      instance = undefined;
    }
    const isCold = instance === undefined;
    try {
      instance ??= await start();
    } catch (error) {
      if (!(error instanceof InitError)) throw error;
      return { function: fn, messages, durationMs: 0, outcome: "failed", error: error.reason };
    }
    const current = instance;
    const nowMs = clock.now();
    const handled = await current.handle({
      requestId: randomUUID(),
      event,
      functionArn: fn.arn,
      nowMs,
      deadlineMs: nowMs + fn.timeoutMs,
      ...(fn.isTraced ? { traceId: traceId(nowMs) } : {}),
    });
    if (!current.isAlive()) instance = undefined;
    return { function: fn, messages, ...(isCold ? { initMs: current.initMs } : {}), ...invocationOf(handled) };
  };

  return {
    invoke: async (event, messages = 1) => {
      const invocation = await clock.runningDuring(() => invokeNow(event, messages));
      idleSince = clock.now();
      deps.onInvocation(invocation);
      return invocation;
    },
    close: async () => await instance?.close(),
  };
}

function invocationOf(handled: Handled): Omit<Invocation, "function" | "messages" | "initMs"> {
  const { durationMs } = handled;
  if (handled.kind === "answered")
    return { durationMs, outcome: "succeeded", payload: handled.payload, report: handled.report };
  if (handled.kind === "failed") return { durationMs, outcome: "failed", error: handled.error, report: handled.report };
  return { durationMs, outcome: handled.isTimeout ? "timed out" : "failed", error: handled.error };
}

/** A trace of X-Ray that is to be recorded (AWS X-Ray Developer Guide, "Tracing header"). */
function traceId(nowMs: number): string {
  const seconds = Math.floor(nowMs / 1_000).toString(16);
  return `Root=1-${seconds}-${randomBytes(12).toString("hex")};Parent=${randomBytes(8).toString("hex")};Sampled=1`;
}
