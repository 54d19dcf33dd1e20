import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Clock } from "../../shared/pipeline/ports.ts";
import type { Outlet, Press, PressArticle } from "./press.ts";
import { writeFeed } from "./write-feed.ts";
import { writePage } from "./write-page.ts";

export interface PressServer {
  readonly port: number;
  close(): Promise<void>;
}

type Answer = { readonly body: Uint8Array; readonly contentType: string };
type Route = (response: ServerResponse) => Answer | undefined;

/** Serves the press on 127.0.0.1, by virtual host, as it stands at the clock's time. */
export async function servePress(press: Press, clock: Clock): Promise<PressServer> {
  const routes = routesOf(press, clock);
  const server = createServer((request, response) => {
    const address = `${request.headers.host}${request.url}`;
    const route = routes.get(address);
    if (route === undefined) return void response.writeHead(404).end();
    const answer = route(response);
    if (answer !== undefined) send(request, response, answer, gzipped.has(address));
  });
  const gzipped = new Set(press.outlets.filter(({ feed }) => feed.gzip).map(({ feed }) => keyOf(feed.url)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the press server has no port");
  return {
    port: address.port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function routesOf({ outlets }: Press, clock: Clock): ReadonlyMap<string, Route> {
  const routes = new Map<string, Route>();
  for (const outlet of outlets) {
    routes.set(keyOf(outlet.feed.url), (response) => {
      if (outlet.feed.format !== "dead") return writeFeed(outlet, clock());
      response.destroy();
      return undefined;
    });
    for (const article of outlet.articles) routes.set(keyOf(article.url), pageRoute(outlet, article, clock));
  }
  return routes;
}

function pageRoute(outlet: Outlet, article: PressArticle, clock: Clock): Route {
  const { page } = article.quirks;
  if (page === "missing" || page === "gone")
    return (response) => void response.writeHead(page === "gone" ? 410 : 404).end();
  return () => writePage(outlet, article, clock());
}

/** `http://host/path?query` → `host/path?query`: what a request says. */
function keyOf(url: string): string {
  const { host, pathname, search } = new URL(url);
  return `${host}${pathname}${search}`;
}

/** Answers as outlets do: a validator, 304 to who has it, gzip where the outlet uses it. */
function send(request: IncomingMessage, response: ServerResponse, { body, contentType }: Answer, gzip: boolean): void {
  const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
  if (request.headers["if-none-match"] === etag) return void response.writeHead(304, { etag }).end();
  const headers = { "content-type": contentType, etag };
  const takesGzip = gzip && /\bgzip\b/u.test(request.headers["accept-encoding"] ?? "");
  if (takesGzip) response.writeHead(200, { ...headers, "content-encoding": "gzip" }).end(gzipSync(body));
  else response.writeHead(200, headers).end(body);
}
