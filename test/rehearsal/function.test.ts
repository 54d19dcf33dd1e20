import { afterEach, describe, expect, test } from "vitest";
import { HOUR } from "../../shared/time.ts";
import { openSmallCloud, SMALL_CLOUD_STARTS, type SmallCloud } from "../support/a-small-cloud.ts";
import { anAssembly } from "../support/an-assembly.ts";

let cloud: SmallCloud | undefined;
afterEach(async () => await cloud?.close());

/** Calls the one function of a small stack. */
async function call(handler: string, properties = {}, event: unknown = {}) {
  cloud = await openSmallCloud(anAssembly({ Fn: { handler, properties } }));
  return await again(event);
}

async function again(event: unknown = {}) {
  const [host] = cloud?.hosts.values() ?? [];
  const invocation = await host?.invoke(JSON.stringify(event));
  if (invocation === undefined) throw new Error("no function");
  return { ...invocation, answer: JSON.parse(invocation.payload ?? "null") };
}

describe("a function runs as on Lambda", () => {
  test("in simulated time, which runs on while it works, with its deadline ahead", async () => {
    const { answer } = await call(
      `async (_, context) => {
        const [began, left] = [new Date(), context.getRemainingTimeInMillis()];
        await new Promise((resolve) => setTimeout(resolve, 50));
        return { began, isDate: began instanceof Date, left, tookMs: Date.now() - began, lost: left - context.getRemainingTimeInMillis(), text: Date() };
      }`,
      { Timeout: 7 },
    );
    expect(answer.began.slice(0, 16)).toBe(SMALL_CLOUD_STARTS.slice(0, 16));
    expect(answer.text).toContain("Feb 10 2026");
    expect(answer.isDate).toBe(true);
    expect(answer.left).toBeGreaterThan(6_000);
    expect(answer.left).toBeLessThanOrEqual(7_000);
    for (const elapsed of [answer.tookMs, answer.lost]) {
      expect(elapsed).toBeGreaterThanOrEqual(49);
      expect(elapsed).toBeLessThan(5_000);
    }
  });

  test("with the template's variables and Lambda's own, and no other", async () => {
    const { answer } = await call("async () => process.env", { Environment: { Variables: { TABLE_NAME: "things" } } });
    expect(answer).toMatchObject({
      TABLE_NAME: "things",
      AWS_REGION: "eu-central-1",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "256",
      TZ: ":UTC",
    });
    expect(
      Object.keys(answer)
        .filter((name) => !/^(_?AWS_|_?LAMBDA_|_HANDLER$|_X_AMZN_)/u.test(name))
        .toSorted(),
    ).toEqual(["LANG", "PATH", "TABLE_NAME", "TZ"]);
    expect(Object.keys(answer)).not.toContain("HOME");
  });

  test("cold at first, then warm, and cold again after an idle hour or more", async () => {
    const counts = "(() => { let calls = 0; return async () => ++calls; })()";
    const first = await call(counts);
    const second = await again();
    await cloud?.pass(2 * HOUR);
    const third = await again();
    expect([first, second, third].map(({ answer }) => answer)).toEqual([1, 2, 1]);
    expect([first, second, third].map(({ initMs }) => initMs !== undefined)).toEqual([true, false, true]);
    expect(first.report?.peakKb).toBeGreaterThan(10_000);
  });

  test("what it throws is an error, and the process lives on", async () => {
    const handler = "async ({ fail }) => { if (fail) throw new RangeError('too far'); return process.pid; }";
    const before = await call(handler);
    const failed = await again({ fail: true });
    expect(failed).toMatchObject({ outcome: "failed", error: { type: "RangeError", message: "too far" } });
    expect((await again()).answer).toBe(before.answer);
  });
});

describe("a function that Lambda would stop is stopped", () => {
  test("when its time is over; the next call starts it anew", async () => {
    const handler =
      "async ({ sleep }) => { if (sleep) await new Promise(() => setInterval(() => 0, 1000)); return 'awake'; }";
    const slept = await call(handler, { Timeout: 1 }, { sleep: true });
    expect(slept).toMatchObject({
      outcome: "timed out",
      error: { type: "Sandbox.Timedout", message: "Task timed out after 1.00 seconds" },
    });
    expect(slept.durationMs).toBeGreaterThanOrEqual(990);
    expect(await again()).toMatchObject({ outcome: "succeeded", answer: "awake", initMs: expect.any(Number) });
  });

  test.each([
    ["process.exit(3)", "Runtime exited with error: exit status 3"],
    ["process.kill(process.pid, 'SIGKILL')", "Runtime exited with error: signal: SIGKILL"],
  ])("when it ends itself: %s", async (how, message) => {
    const ended = await call(`async ({ end }) => { if (end) ${how}; return 'here'; }`, {}, { end: true });
    expect(ended).toMatchObject({ outcome: "failed", error: { type: "Runtime.ExitError", message } });
    expect((await again()).answer).toBe("here");
  });

  test.each([
    ["a handler that is not there", "index.other", "async () => 1", "Runtime.HandlerNotFound", "other is undefined"],
    ["a file that is not there", "main.handler", "async () => 1", "Runtime.ImportModuleError", "Cannot find module"],
    ["code that throws", "index.handler", "(() => { throw new Error('at once') })()", "Error", "at once"],
    [
      "a package that the bundle lacks",
      "index.handler",
      "(await import('zod')).z",
      "Error",
      "Cannot find package 'zod'",
    ],
  ])("when it cannot be loaded: %s", async (_, Handler, handler, type, message) => {
    const { outcome, error } = await call(handler, { Handler });
    expect(outcome).toBe("failed");
    expect(error?.type).toBe(type);
    expect(error?.message).toContain(message);
  });

  test("when it wants more memory than it has", async () => {
    const hoards = "async () => { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)); }";
    const { outcome, error } = await call(hoards, { MemorySize: 128 });
    expect(outcome).toBe("failed");
    expect(error?.message).toMatch(/signal: SIG(ABRT|TRAP|KILL)|exit status/u);
  });
});
