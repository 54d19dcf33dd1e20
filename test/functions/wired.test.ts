import process from "node:process";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { handler as applyWatchlist } from "../../functions/apply-watchlist.ts";
import { handler as pollFeed } from "../../functions/poll-feed.ts";
import { handler as publishDigest } from "../../functions/publish-digest.ts";
import { handler as readArticle } from "../../functions/read-article.ts";
import { handler as schedulePolls } from "../../functions/schedule-polls.ts";
import { addDays, localDate } from "../../shared/time.ts";
import { type Deployment, deploy, NAMES, s3Event, sqsEvent } from "../support/a-deployment.ts";
import { SOURCES, watchFiles } from "../support/watch-files.ts";

/** A feed inside, which is never asked. */
const INSIDE = "http://127.0.0.1/rss.xml";
const ONE_SOURCE = SOURCES.replace(/ {2}- id: vodiy.*$/su, "").replace("http://steppe-post.example/rss.xml", INSIDE);

describe("the exported handlers, wired by the environment alone", () => {
  const printed: string[] = [];
  let deployment: Deployment;

  beforeAll(async () => {
    deployment = await deploy(() => new Date().toISOString());
    const { endpoints, queueUrl } = deployment;
    const variables = {
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
      // By a name, as an address would make the SDK write bucket names into the path by itself.
      AWS_ENDPOINT_URL_S3: endpoints.s3.replace("127.0.0.1", "localhost"),
      AWS_ENDPOINT_URL_SQS: endpoints.sqs,
      TABLE_NAME: NAMES.table,
      WATCHLIST_BUCKET: NAMES.watchlist,
      SITE_BUCKET: NAMES.site,
      SITE_ADDRESS: "https://d1.cloudfront.net/",
      POLLS_QUEUE_URL: queueUrl("polls"),
      ARTICLES_QUEUE_URL: queueUrl("articles"),
    };
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, "write").mockImplementation((line) => printed.push(String(line)) > 0);
    }
  });
  afterEach(() => {
    printed.length = 0;
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await deployment.close();
  });

  /** What was printed, each line of which is JSON: events of the log, and measures, which CloudWatch reads out of it. */
  const lines = () => printed.map((line) => JSON.parse(line));
  const events = () => lines().flatMap((line) => ("_aws" in line ? [] : [line.message]));
  const measures = () => lines().filter((line) => "_aws" in line);

  test("apply-watchlist makes uploaded files the running watchlist", async () => {
    const files = watchFiles({ "watch/sources.yaml": ONE_SOURCE });
    for (const { path, text } of files) await deployment.uploads.put(path, text, "application/yaml");
    expect(await applyWatchlist(s3Event("watch/sources.yaml"))).toMatchObject({ ok: true });
    expect(events()).toEqual(["watchlist uploaded", "watchlist active"]);
  });

  test("schedule-polls queues the feed", async () => {
    expect(await schedulePolls({})).toEqual({ polls: 1, requeued: 0, feedsFailing: 0 });
    expect(events()).toEqual(["scheduled"]);
    expect(measures()).toEqual([]);
  });

  test("poll-feed refuses an address inside, and counts that", async () => {
    expect(await deployment.deliver("polls", pollFeed)).toBe(0);
    expect(lines()).toMatchObject([
      {
        level: "WARN",
        message: "poll failed",
        source: "steppe-post",
        reason: `refused 127.0.0.1 (a loopback address) from ${INSIDE}`,
      },
    ]);
  });

  test("read-article leaves alone what it does not know", async () => {
    expect(await readArticle(sqsEvent([JSON.stringify({ item: "unknown", host: "steppe-post.example" })]))).toEqual({
      batchItemFailures: [],
    });
  });

  test("publish-digest writes the site: yesterday, which was polled, and today so far", async () => {
    const watchlist = await deployment.running();
    const yesterday = addDays(localDate(deployment.clock(), watchlist.monitor.timeZone), -1);
    const poll = {
      day: yesterday,
      feed: INSIDE,
      source: "steppe-post",
      outcome: "unchanged",
      condition: "unchanged",
      newItems: 0,
    } as const;
    await deployment.storeFor(watchlist).countPoll(poll);
    expect(await publishDigest({})).toMatchObject([{ revision: 1 }, { revision: 0 }]);
    expect(await deployment.site.list("")).toEqual(expect.arrayContaining(["archive.html", "feed.xml", "index.html"]));
    expect(events()).toEqual(["digest published", "digest published"]);
  });
});
