import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";
import { SECOND } from "../../shared/time.ts";
import type { LambdaFunction } from "../stack/stack.ts";
import type { WorldSettings } from "./function-world.ts";
import type { ProcessReport } from "./protocol.ts";
import { type Delivery, type FunctionError, serveRuntimeApi, type Word } from "./runtime-api.ts";
import { runtimeEnvironment, type Surroundings } from "./runtime-environment.ts";

/** One instance of a function: its bundle under the Lambda runtime client, in a process of its own. */
export interface FunctionProcess {
  /** Real milliseconds from start to readiness. */
  readonly initMs: number;
  /** What came of one invocation, or of a process that did not outlive it. */
  handle(delivery: Delivery): Promise<Handled>;
  isAlive(): boolean;
  close(): Promise<void>;
}

/** Durations are real milliseconds. */
export type Handled = { readonly durationMs: number } & (
  | { readonly kind: "answered"; readonly payload: string; readonly report: ProcessReport }
  | { readonly kind: "failed"; readonly error: FunctionError; readonly report: ProcessReport }
  /** It is gone: the next invocation needs a new one. */
  | { readonly kind: "died"; readonly error: FunctionError; readonly isTimeout: boolean }
);

export interface ProcessOptions {
  readonly fn: LambdaFunction;
  readonly surroundings: Omit<Surroundings, "runtimeApi">;
  readonly world: WorldSettings;
  /** What buildBootstrap has built. */
  readonly bootstrap: string;
  /** Called with what the function writes. */
  onOutput(chunk: Buffer): void;
}

const RUNTIME_CLIENT = join(import.meta.dirname, "../../node_modules/aws-lambda-ric/index.mjs");
/** Lambda gives a function 10 seconds to load ("Understanding the Lambda execution environment lifecycle"). */
const INIT_WITHIN_MS = 10 * SECOND;

/** Starts an instance. Rejects with an `InitError` where its handler cannot be loaded. */
export async function startFunction(options: ProcessOptions): Promise<FunctionProcess> {
  const { fn, surroundings, world, bootstrap, onOutput } = options;
  let say: (word: Word) => void = () => undefined;
  const nextWord = () => new Promise<Word>((resolve) => (say = resolve));
  const api = await serveRuntimeApi((word) => say(word));
  const started = performance.now();
  const first = nextWord();
  const child = spawn(
    process.execPath,
    [...memoryFlags(fn.memoryMb), "--import", bootstrap, RUNTIME_CLIENT, JSON.stringify(world)],
    {
      cwd: surroundings.taskRoot,
      env: { ...runtimeEnvironment(fn, { ...surroundings, runtimeApi: api.address }) },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  child.stdout.on("data", onOutput);
  child.stderr.on("data", onOutput);
  const exit = once(child, "exit");
  const close = async () => {
    child.kill("SIGKILL");
    await exit;
    await api.close();
  };

  const word = await within(INIT_WITHIN_MS, first, exit);
  if (word === "late" || word === "exit" || word.kind !== "ready") {
    await close();
    throw new InitError(initError(word, child));
  }
  return {
    initMs: performance.now() - started,
    handle: async (delivery) => {
      const delivered = performance.now();
      const answer = nextWord();
      api.deliver(delivery);
      const word = await within(fn.timeoutMs, answer, exit);
      const durationMs = performance.now() - delivered;
      if (word === "late") {
        await close();
        const message = `Task timed out after ${(fn.timeoutMs / SECOND).toFixed(2)} seconds`;
        return { kind: "died", durationMs, error: { type: "Sandbox.Timedout", message }, isTimeout: true };
      }
      if (word === "exit" || word.kind === "ready" || word.kind === "not-initialised") {
        await close();
        return { kind: "died", durationMs, error: exitError(child), isTimeout: false };
      }
      // Whoever answered asks for its next invocation, or has ended.
      const after = await within(SECOND, nextWord(), exit);
      if (after === "exit" || after === "late") await close();
      return { durationMs, ...word };
    },
    isAlive: () => child.exitCode === null && child.signalCode === null,
    close,
  };
}

/** The handler could not be loaded. */
export class InitError extends Error {
  override readonly name = "InitError";
  readonly reason: FunctionError;
  constructor(reason: FunctionError) {
    super(reason.message);
    this.reason = reason;
  }
}

/** The first of what happens: a word, the process's end, or neither in time. */
async function within(ms: number, word: Promise<Word>, exit: Promise<unknown>): Promise<Word | "exit" | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), ms);
  });
  return await Promise.race([word, exit.then(() => "exit" as const), late]).finally(() => clearTimeout(timer));
}

function initError(word: Word | "exit" | "late", child: ChildProcess): FunctionError {
  if (word === "late") return { type: "Sandbox.Timedout", message: `not loaded within ${INIT_WITHIN_MS / SECOND} s` };
  if (word === "exit" || word.kind !== "not-initialised") return exitError(child);
  return word.error;
}

function exitError({ exitCode, signalCode }: ChildProcess): FunctionError {
  const how = signalCode === null ? `exit status ${exitCode}` : `signal: ${signalCode}`;
  return { type: "Runtime.ExitError", message: `Runtime exited with error: ${how}` };
}

/** As Lambda's own start script divides a function's memory. */
function memoryFlags(memoryMb: number): string[] {
  const young = Math.floor(memoryMb / 10);
  return [`--max-semi-space-size=${Math.floor(young / 2)}`, `--max-old-space-size=${memoryMb - young}`];
}
