import { createServer, type ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { wallClock } from "../../cli/local/clocks.ts";
import { collect } from "../../cli/local/collect.ts";
import { NO_PROGRESS } from "../../cli/local/progress.ts";
import { openSqliteStore } from "../../cli/local/sqlite-store.ts";
import { pressClient } from "../../cli/press/press-client.ts";
import { aSource, aWatchlist } from "../support/an-edition.ts";

const SLOW = ["1", "2", "3", "4"].map((n) => `http://slow.example/${n}`);
const QUICK = ["a", "b", "c", "d", "e", "f"].map((name) => `http://${name}.example/rss`);

const server = createServer();
const store = openSqliteStore(":memory:");
afterEach(() => {
  store.close();
  server.closeAllConnections();
  server.close();
});

test("an outlet that does not answer keeps one of our hands busy, not both", async () => {
  const answered: string[] = [];
  const held: (readonly [string, ServerResponse])[] = [];
  const answer = (host: string, response: ServerResponse) => {
    answered.push(host);
    response.end("<rss><channel><title>Nothing yet</title></channel></rss>");
  };
  server.on("request", ({ headers: { host = "" } }, response) => {
    const others = () => answered.filter((name) => name !== "slow.example").length;
    if (host === "slow.example" && others() < QUICK.length) return void held.push([host, response]);
    answer(host, response);
    // It answers when everybody else was heard, or never.
    if (others() === QUICK.length) for (const [name, waiting] of held.splice(0)) answer(name, waiting);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  const { monitor } = aWatchlist();
  const watchlist = aWatchlist({
    monitor: { ...monitor, polling: { ...monitor.polling, hostSpacingMs: 1 } },
    sources: [...SLOW, ...QUICK].map((feed, i) => aSource({ id: `outlet-${i}`, feeds: [feed] })),
  });
  const { polls, errors } = await collect({
    timekeeper: wallClock,
    store,
    fetch: pressClient(port),
    watchlist,
    matcher: () => ({ language: "en", themes: [], positions: [] }),
    progress: NO_PROGRESS,
    concurrency: 2,
    signal: new AbortController().signal,
  });
  expect(errors).toEqual([]);
  expect(polls).toEqual({ fetched: 0, unchanged: 10, failed: 0 });
  expect(answered.slice(0, QUICK.length).toSorted()).toEqual(QUICK.map((feed) => new URL(feed).host));
});
