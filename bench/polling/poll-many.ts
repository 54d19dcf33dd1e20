/** A process of its own, to be measured: polls, parses and stores many feeds, and says how many a second. */
import { join } from "node:path";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { wallClock } from "../../cli/local/clocks.ts";
import { silentLog } from "../../cli/local/silent-log.ts";
import { openSqliteStore } from "../../cli/local/sqlite-store.ts";
import { createWorkQueue } from "../../cli/local/work-queue.ts";
import { pressClient } from "../../cli/press/press-client.ts";
import { pollFeed } from "../../shared/pipeline/poll-feed.ts";
import type { PollMessage } from "../../shared/pipeline/ports.ts";
import { schedulePolls } from "../../shared/pipeline/schedule-polls.ts";
import { aSource, aWatchlist } from "../../test/support/an-edition.ts";
import { feedAddresses } from "./many-feeds.ts";

// As the command line does.
setFlagsFromString("--heap-growing-percent=30");

const [port = "", count = "", folder = ""] = process.argv.slice(2);
/** As `mizan run` has it. */
const CONCURRENCY = 8;

// Without a dossier: to read a long one takes more memory than to poll.
const watchlist = aWatchlist({
  sources: feedAddresses(Number(count)).map((feed, i) => aSource({ id: `outlet-${i}`, feeds: [feed] })),
});
const store = openSqliteStore(join(folder, "mizan.sqlite"));
const errors: unknown[] = [];
const work = createWorkQueue(wallClock, { concurrency: CONCURRENCY, onError: (error) => errors.push(error) });
const deps = { clock: wallClock.now, store, watchlist, log: silentLog, articles: { send: async () => undefined } };
const fetch = pressClient(Number(port));
let newItems = 0;
const polls = work.queue(
  async (message: PollMessage) => {
    const result = await pollFeed({ ...deps, fetch }, message);
    if (result.outcome !== "fetched") throw new Error(`${message.feed}: ${result.outcome} ${result.reason}`);
    newItems += result.newItems;
  },
  ({ feed }) => new URL(feed).host,
);

const start = performance.now();
await schedulePolls({ ...deps, polls });
await work.drain(new AbortController().signal);
const seconds = (performance.now() - start) / 1_000;
store.close();
if (errors.length > 0) throw new AggregateError(errors, "feeds could not be polled");
process.stdout.write(`${JSON.stringify({ newItems, perSecond: Number(count) / seconds })}\n`);
