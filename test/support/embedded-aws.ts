import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import dynalite from "dynalite";
import { buildApp } from "fauxqs";

/** A server that speaks one of AWS's protocols on a free port of 127.0.0.1. */
export interface EmbeddedServer {
  /** `http://127.0.0.1:<port>`. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** What every embedded server takes for an account. */
export const ACCOUNT = {
  region: "eu-central-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
} as const;

/** DynamoDB in JavaScript: runs everywhere. */
export async function serveDynalite(): Promise<EmbeddedServer> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0 });
  const port = await listen(server);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A package of its own brings this program for each platform; on others it is missing. */
const DYNOXIDE = join(import.meta.dirname, "../../node_modules/@dynoxide/linux-x64/dynoxide");
export const hasDynoxide = existsSync(DYNOXIDE);

/** DynamoDB as a program of its own, closer to the real one. */
export async function serveDynoxide(): Promise<EmbeddedServer> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const program = spawn(DYNOXIDE, ["serve", "--host", "127.0.0.1", "--port", String(port)], { stdio: "ignore" });
  const exit = once(program, "exit");
  const end = () => program.kill();
  process.once("exit", end);
  while (!(await answers(endpoint))) {
    if (program.exitCode !== null) throw new Error(`dynoxide ended with ${program.exitCode} before it answered`);
    await setTimeout(5);
  }
  return {
    endpoint,
    close: async () => {
      process.off("exit", end);
      end();
      await exit;
    },
  };
}

/** SQS and S3. Addresses of queues come from `queueUrl`: the ones it answers itself lead to a name, not to 127.0.0.1. */
export async function serveFauxqs(): Promise<EmbeddedServer & { queueUrl(name: string): string }> {
  const app = buildApp({ logger: false, defaultRegion: ACCOUNT.region });
  const endpoint = await app.listen({ host: "127.0.0.1", port: 0 });
  return { endpoint, queueUrl: (name) => `${endpoint}/000000000000/${name}`, close: async () => await app.close() };
}

async function answers(endpoint: string): Promise<boolean> {
  return await fetch(endpoint).then(
    () => true,
    () => false,
  );
}

/** A port of 127.0.0.1 at which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
