import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { EmbeddedServer } from "../../test/support/embedded-aws.ts";

const PROGRAM = join(import.meta.dirname, "fauxqs-program.ts");

/** SQS and S3, in a process of its own because its `Date` tells simulated time. */
export async function serveFauxqs(region: string, startMs: number): Promise<EmbeddedServer> {
  const program = fork(PROGRAM, [region, String(startMs)], { stdio: "inherit" });
  const exit = once(program, "exit");
  const [endpoint]: unknown[] = await Promise.race([
    once(program, "message"),
    exit.then(([code]) => Promise.reject(new Error(`fauxqs ended with ${code} before it answered`))),
  ]);
  return {
    endpoint: String(endpoint),
    close: async () => {
      program.kill();
      await exit;
    },
  };
}
