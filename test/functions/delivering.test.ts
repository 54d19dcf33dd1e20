import process from "node:process";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createApplyWatchlistHandler } from "../../functions/apply-watchlist.ts";
import { handler as publishDigest } from "../../functions/publish-digest.ts";
import { addDays, localDate } from "../../shared/time.ts";
import { EMAIL } from "../support/a-delivery.ts";
import { type Deployment, deploy, NAMES, s3Event } from "../support/a-deployment.ts";
import { serveTiny, type TinyServer } from "../support/a-tiny-server.ts";
import { MONITOR, watchFiles } from "../support/watch-files.ts";

const DELIVER = `deliver:\n  email: ${JSON.stringify(EMAIL)}\n  webhook: {format: slack, language: en}\n`;
/** Where no webhook may be. */
const SECRET = "https://127.0.0.1:8443/services/s3cr3tTok3n";

const printed: string[] = [];
const events = () => printed.splice(0).flatMap((line) => JSON.parse(line).message ?? []);
let deployment: Deployment;
let readers: TinyServer;
beforeAll(async () => {
  deployment = await deploy(() => new Date().toISOString());
  // SES and Parameter Store, which ask for different paths.
  readers = await serveTiny(({ path }) => ({
    body: JSON.stringify(path === "/" ? { Parameter: { Value: SECRET } } : { MessageId: "0100" }),
  }));
  const variables = {
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_DYNAMODB: deployment.endpoints.dynamodb,
    AWS_ENDPOINT_URL_S3: deployment.endpoints.s3,
    AWS_ENDPOINT_URL_SESV2: readers.endpoint,
    AWS_ENDPOINT_URL_SSM: readers.endpoint,
    TABLE_NAME: NAMES.table,
    WATCHLIST_BUCKET: NAMES.watchlist,
    SITE_BUCKET: NAMES.site,
    SITE_ADDRESS: "https://d1.cloudfront.net/",
    MAY_DELIVER: "yes",
    WEBHOOK_PARAMETER: "/mizan/webhook-address",
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((line) => printed.push(String(line)) > 0);
  }
  const files = watchFiles({ "watch/monitor.yaml": MONITOR + DELIVER });
  for (const { path, text } of files) await deployment.uploads.put(path, text, "application/yaml");
  await createApplyWatchlistHandler(deployment)(s3Event("watch/monitor.yaml"));
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  readers.close();
  await deployment.close();
});

test("publish-digest, wired by the environment, delivers yesterday's edition once; what fails is in today's", async () => {
  const watchlist = await deployment.running();
  const store = deployment.storeFor(watchlist);
  const today = localDate(deployment.clock(), watchlist.monitor.timeZone);
  const day = addDays(today, -1);
  await store.countPoll({
    day,
    feed: "https://a.example/",
    source: "vodiy",
    outcome: "unchanged",
    condition: "unchanged",
    newItems: 0,
  });

  await publishDigest({});
  const failed = "digest not delivered";
  expect(printed.join("")).not.toContain("s3cr3tTok3n");
  const published = ["digest published", "digest published"];
  expect(events()).toEqual([...published, "digest delivered", "digest delivered", failed]);
  const letters = readers.asked.filter(({ path }) => path !== "/").map(({ body }) => JSON.parse(body));
  expect(letters.map(({ Destination }) => Destination.ToAddresses)).toEqual(EMAIL.to.map((to) => [to]));
  expect(letters[0].Content.Simple.Body.Html.Data).toContain(`https://d1.cloudfront.net/${day}/index.html`);

  await publishDigest({});
  expect(events()).toEqual([...published, failed]);
  expect(readers.asked.filter(({ path }) => path !== "/")).toHaveLength(letters.length);
  const reason = "refused 127.0.0.1 (a loopback address) from the webhook";
  expect(await store.problemsOfDay(today)).toEqual([
    { source: "delivery by webhook", stage: "publish", reason, times: 2 },
  ]);
  expect(new TextDecoder().decode(await deployment.site.get(`${today}/index.html`))).toContain(reason);
});
