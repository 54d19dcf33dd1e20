import { createServer } from "node:http";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";
import type { SitePage } from "../../shared/digest/site.ts";

/** Flags for function runtimes that end the whole browser with its first page's context. */
const UNWANTED = new Set(["--single-process", "--no-zygote"]);

/** The Chromium that comes inside its npm package. */
export async function openBrowser(): Promise<Browser> {
  return await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((flag) => !UNWANTED.has(flag)),
  });
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
