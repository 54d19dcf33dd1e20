import { request } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { simulatedClock } from "../../cli/local/clocks.ts";
import { DAY, HOUR, MINUTE, plus, SECOND } from "../../shared/time.ts";
import { type Outlet, outletsOf, piecesAt, TEMPERS } from "./outlets.ts";
import type { Rule } from "./rules.ts";
import { type StrictHosts, serveStrictHosts } from "./strict-host.ts";

/** A Tuesday morning in UTC. */
const START = "2026-02-10T06:00:00.000Z";
const POLITE = {
  "user-agent": "Mizan/0.1 (media monitor; +https://example.org/mizan)",
  accept: "application/rss+xml, */*;q=0.5",
  "accept-encoding": "gzip, br, zstd",
};

let clock: ReturnType<typeof simulatedClock>;
let hosts: StrictHosts;
const outlets = outletsOf(TEMPERS.length);
beforeEach(async () => {
  clock = simulatedClock(START);
  hosts = await serveStrictHosts(outlets, clock.now);
});
afterEach(() => hosts.close());

function outlet(temper: string): Outlet {
  const found = outlets.find(({ name }) => name === temper);
  if (found === undefined) throw new Error(`no outlet is ${temper}`);
  return found;
}

/** Asks, `laterMs` after the start; the answer's status and headers. */
async function ask(laterMs: number, { host }: Outlet, path: string, headers: Readonly<Record<string, string>> = {}) {
  clock.set(plus(START, laterMs));
  const options = {
    port: hosts.port,
    host: "127.0.0.1",
    path,
    headers: { ...POLITE, ...headers, host },
    agent: false as const,
  };
  return await new Promise<{ status: number; headers: Readonly<Record<string, unknown>> }>((resolve, reject) => {
    const asked = request(options, async (response) => {
      await text(response);
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    asked.on("error", reject).end();
  });
}

const rules = () => hosts.breaches.map(({ rule }) => rule);

describe("a strict host notices whoever", () => {
  /** What is asked of which outlet, how long after the start, and with which headers. */
  type Asked = readonly [laterMs: number, path?: string | undefined, headers?: Readonly<Record<string, string>>];
  test.each<[Rule, string, readonly Asked[]]>([
    ["asks too soon after the last request", "plain", [[0, "/robots.txt"], [4_999]]],
    ["asks while told to wait", "asked too much", [[0], [HOUR], [2 * HOUR], [2 * HOUR + 29 * SECOND, "/robots.txt"]]],
    ["asks while told to wait", "out of order, for a time", [...fifth(0), [8 * HOUR - 1, "/robots.txt"]]],
    ["polls before told", "fresh for two hours", [[0], [2 * HOUR - 1]]],
    ["polls before told", "updated twice a day", [[0], [12 * HOUR - 1]]],
    ["polls in an hour or on a day that the feed excludes", "sleeps at night", [[0], [12 * HOUR]]],
    ["polls in an hour or on a day that the feed excludes", "keeps the weekend", [[0], [4 * DAY]]],
    ["polls oftener than every quarter of an hour", "plain", [[0], [14 * MINUTE - 1]]],
    ["sends other validators than it was given", "only a tag", [[0], [HOUR, undefined, { "if-none-match": '"mine"' }]]],
    ["asks for all of a feed again without need", "plain", [[0], [23 * HOUR]]],
    ["asks for a page without knowing robots.txt", "plain", [[0, "/open/1"]]],
    [
      "asks for a page without knowing robots.txt",
      "plain",
      [
        [0, "/robots.txt"],
        [DAY + 1, "/open/1"],
      ],
    ],
    [
      "asks for a page that robots.txt forbids",
      "only a tag",
      [
        [0, "/robots.txt"],
        [HOUR, "/closed/1"],
      ],
    ],
    [
      "asks for robots.txt again on the same day",
      "plain",
      [
        [0, "/robots.txt"],
        [DAY - 1, "/robots.txt"],
      ],
    ],
    [
      "asks for a page it has had",
      "plain",
      [
        [0, "/robots.txt"],
        [HOUR, "/open/1"],
        [2 * HOUR, "/open/1"],
      ],
    ],
    ["sends a cookie", "plain", [[0, undefined, { cookie: "id=1" }]]],
    ["does not say who it is", "plain", [[0, undefined, { "user-agent": "Mozilla/5.0" }]]],
    ["takes nothing but feeds", "plain", [[0, undefined, { accept: "application/rss+xml" }]]],
    ["takes nothing compressed", "plain", [[0, undefined, { "accept-encoding": "identity" }]]],
  ])("%s: %s", async (rule, temper, all) => {
    const of = outlet(temper);
    for (const [laterMs, path = of.path, headers] of all) await ask(laterMs, of, path, headers);
    expect(rules()).toContain(rule);
  });

  /** Five polls of which the last is refused. */
  function fifth(laterMs: number): Asked[] {
    return [0, 1, 2, 3, 6].map((hours) => [laterMs + hours * HOUR] as const);
  }

  test("sends only one of two validators", async () => {
    const of = outlet("plain");
    const { headers } = await ask(0, of, of.path);
    await ask(HOUR, of, of.path, { "if-none-match": String(headers.etag) });
    expect(rules()).toEqual(["sends other validators than it was given"]);
  });
});

test("whoever keeps to the rules is served, and nothing is noted", async () => {
  const of = outlet("fresh for two hours");
  const { headers, status } = await ask(0, of, of.path);
  expect(status).toBe(200);
  expect(headers["set-cookie"]).toBeUndefined();
  await ask(5_000, of, "/robots.txt");
  const [piece] = piecesAt(of, Date.parse(START));
  expect(await ask(10_000, of, piece?.path ?? "")).toMatchObject({ status: 200 });
  const back = { "if-none-match": String(headers.etag), "if-modified-since": String(headers["last-modified"]) };
  const again = await ask(2 * HOUR, of, of.path, back);
  expect([200, 304]).toContain(again.status);
  expect((await ask(DAY + 2 * HOUR, of, of.path)).status).toBe(200);
  expect(hosts.breaches).toEqual([]);
  expect(hosts.tally()).toMatchObject({ requests: 5, pages: 1, robots: 1 });
});

test("following a redirect belongs to the request", async () => {
  const of = outlet("moved");
  const { headers } = await ask(0, of, of.path);
  expect((await ask(1, of, String(headers.location))).status).toBe(200);
  await ask(2, of, String(headers.location));
  expect(rules()).toContain("asks too soon after the last request");
});
