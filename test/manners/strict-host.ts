import { createServer, type IncomingHttpHeaders } from "node:http";
import type { Clock } from "../../shared/pipeline/ports.ts";
import { DAY, SECOND } from "../../shared/time.ts";
import type { Outlet } from "./outlets.ts";
import type { Breach, HostMemory, Rule, Tally, Visit } from "./rules.ts";
import { answerFeed, type FeedMemory, newFeed } from "./strict-feed.ts";

export interface StrictHosts {
  readonly port: number;
  readonly breaches: readonly Breach[];
  tally(): Tally;
  close(): Promise<void>;
}

const SPACING_MS = 5 * SECOND;

/** Outlets on 127.0.0.1, by virtual host, that answer as their temper is and write down every breach of manners. */
export async function serveStrictHosts(outlets: readonly Outlet[], clock: Clock): Promise<StrictHosts> {
  const breaches: Breach[] = [];
  const tally = { requests: 0, full: 0, notModified: 0, refused: 0, pages: 0, robots: 0, bytes: 0, saved: 0 };
  const hosts = new Map<string, HostMemory>();
  const feeds = new Map<string, FeedMemory>();
  const byAddress = new Map(outlets.map((outlet) => [`${outlet.host}${outlet.path}`, outlet]));
  const byHost = new Map(outlets.map((outlet) => [outlet.host, outlet]));

  const server = createServer((request, response) => {
    const now = Date.parse(clock());
    const { host = "" } = request.headers;
    const path = request.url ?? "";
    const breach = (rule: Rule) => breaches.push({ rule, at: clock(), url: `${host}${path}` });
    const memory = hosts.get(host) ?? newHost();
    hosts.set(host, memory);
    tally.requests++;
    checkHeaders(request.headers, breach);
    checkTurn(memory, now, path, breach);
    const outlet = byAddress.get(`${host}${path.replace("/moved", "")}`);
    response.sendDate = false;
    response.setHeader("date", new Date(now).toUTCString());
    const visit = { request, response, now, path, memory, breach: (rule: Rule) => void breach(rule), tally };
    if (path === "/robots.txt") answerRobots(visit, byHost.get(host)?.robots ?? "none");
    else if (outlet === undefined) answerPage(visit, byHost.get(host)?.robots ?? "none");
    else {
      const feed = feeds.get(outlet.path) ?? newFeed();
      feeds.set(outlet.path, feed);
      answerFeed(visit, outlet, feed);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the strict hosts have no port");
  return {
    port: address.port,
    breaches,
    tally: () => ({ ...tally }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function newHost(): HostMemory {
  const never = Number.NEGATIVE_INFINITY;
  return {
    lastStart: never,
    restUntil: never,
    robotsAt: never,
    robotsFailed: false,
    robotsHad: false,
    hop: undefined,
    pagesHad: new Set(),
  };
}

function checkHeaders(headers: IncomingHttpHeaders, breach: Visit["breach"]): void {
  if (headers.cookie !== undefined) breach("sends a cookie");
  if (!/^Mizan\/\d[\d.]* \([^()]*\+https:\/\/\S+\)$/u.test(headers["user-agent"] ?? ""))
    breach("does not say who it is");
  if (!/, \*\/\*;q=0\.5$/u.test(headers.accept ?? "")) breach("takes nothing but feeds");
  const codings = String(headers["accept-encoding"] ?? "").split(/, */u);
  if (!["gzip", "br", "zstd"].every((coding) => codings.includes(coding))) breach("takes nothing compressed");
}

function checkTurn(memory: HostMemory, now: number, path: string, breach: Visit["breach"]): void {
  const isHop = memory.hop === path;
  memory.hop = undefined;
  if (isHop) return;
  if (now < memory.restUntil) breach("asks while told to wait");
  if (now - memory.lastStart < SPACING_MS) breach("asks too soon after the last request");
  memory.lastStart = now;
}

function answerRobots({ response, now, memory, breach, tally }: Visit, robots: Outlet["robots"]): void {
  tally.robots++;
  if (!memory.robotsFailed && now - memory.robotsAt < DAY) breach("asks for robots.txt again on the same day");
  // Out of order on every other day.
  memory.robotsFailed = robots === "unsteady" && !memory.robotsFailed && Math.floor(now / DAY) % 2 === 0;
  memory.robotsAt = now;
  memory.robotsHad ||= !memory.robotsFailed;
  if (memory.robotsFailed) response.writeHead(500).end();
  else if (robots === "none") response.writeHead(404).end();
  else response.writeHead(200, { "content-type": "text/plain" }).end("User-agent: *\nDisallow: /closed/\n");
}

const PARAGRAPH =
  "<p>Delegations met for two days and published a list of measures, dates and sums for each basin.</p>";

function answerPage({ response, now, path, memory, breach, tally }: Visit, robots: Outlet["robots"]): void {
  tally.pages++;
  if (!memory.robotsHad || now - memory.robotsAt > DAY) breach("asks for a page without knowing robots.txt");
  if (robots !== "none" && path.startsWith("/closed/")) breach("asks for a page that robots.txt forbids");
  if (memory.pagesHad.has(path)) breach("asks for a page it has had");
  memory.pagesHad.add(path);
  const body = `<html><head><title>${path}</title></head><body><article>${PARAGRAPH.repeat(3)}</article></body></html>`;
  response.writeHead(200, { "content-type": "text/html", "set-cookie": "seen=1" }).end(body);
}
