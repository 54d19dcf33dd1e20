import { mkdirSync, rmdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";
import type { SitePage } from "../../shared/digest/site.ts";

/** Flags for function runtimes that end the whole browser with its first page's context. */
const UNWANTED = new Set(["--single-process", "--no-zygote"]);

/** More than unpacking takes on a busy machine. */
const UNPACKING_MS = 60_000;

/** The Chromium that comes inside its npm package. */
export async function openBrowser(): Promise<Browser> {
  return await playwright.launch({
    executablePath: await unpackedOnce(),
    args: chromium.args.filter((flag) => !UNWANTED.has(flag)),
  });
}

/** The package unpacks the browser at its first use, and takes one that another process is still unpacking for whole. */
async function unpackedOnce(): Promise<string> {
  const lock = join(tmpdir(), "mizan-chromium-is-unpacked");
  while (!taken(lock)) await sleep(100);
  try {
    return await chromium.executablePath();
  } finally {
    rmdirSync(lock);
  }
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    // Whoever was ended while unpacking has left it.
    return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > UNPACKING_MS;
  }
}

export interface ServedSite {
  /** `http://127.0.0.1:<port>/`. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves pages from memory on 127.0.0.1. */
export async function serveSite(pages: readonly SitePage[]): Promise<ServedSite> {
  const server = createServer((request, response) => {
    const key = new URL(request.url ?? "/", "http://127.0.0.1").pathname.slice(1) || "index.html";
    const page = pages.find((candidate) => candidate.key === key);
    if (page === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": page.contentType }).end(page.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the test server has no port");
  return {
    address: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}
