import { type DynamoDBDocumentClient, GetCommand, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { KEYS } from "../../../functions/aws/dynamo/keys.ts";
import { dynamoStore } from "../../../functions/aws/dynamo-store.ts";
import { TABLE } from "../../../shared/cloud/table-layout.ts";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { createTable, dynamoClient } from "../../support/a-table.ts";
import { aMatch, anArticle, anItem, DAY } from "../../support/an-edition.ts";
import { type EmbeddedServer, serveDynalite } from "../../support/embedded-aws.ts";

const NOW = "2026-02-10T12:00:00.000Z";
const WANTED = { earliest: NOW, latest: "2026-02-10T14:00:00.000Z", spacingMs: 1_000, count: 1 };
const RECORD = { date: DAY, revision: 1, digest: "", watchlist: "", items: 0, matched: 0, for: 0, against: 0 };

let server: EmbeddedServer;
let client: DynamoDBDocumentClient;
let store: Store;
/** Names of commands and whether they asked for consistent reads. */
const sent: string[] = [];

beforeAll(async () => {
  server = await serveDynalite();
  client = dynamoClient(server.endpoint);
  await createTable(client, "mizan");
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const isConsistent = "ConsistentRead" in args.input && args.input.ConsistentRead === true;
        sent.push(`${commandName}${isConsistent ? ", consistent" : ""}`);
        return await next(args);
      },
    { step: "initialize" },
  );
  store = dynamoStore({ client, table: "mizan", clock: () => NOW, retentionDays: 10 });
});
afterAll(async () => {
  client.destroy();
  await server.close();
});

test("everything but editions may be deleted when its time is over", async () => {
  const feed = "https://steppe-post.example/rss.xml";
  await store.saveFeedState({ feed, lastPoll: NOW, nextPoll: NOW, failures: 0 });
  await store.saveFeedListing(feed, {});
  await store.reserveSlots("first.example", WANTED);
  await store.restHost("resting.example", NOW);
  await store.saveRobots({ origin: "https://first.example", asked: NOW, rules: "" });
  await store.rememberItem(anItem());
  await store.claimAddress("https://steppe-post.example/a", "a");
  await store.saveArticle(anArticle());
  await store.saveMatch(aMatch());
  await store.countPoll({
    day: DAY,
    feed,
    source: "steppe-post",
    outcome: "unchanged",
    condition: "unchanged",
    newItems: 0,
  });
  await store.countProblem(DAY, { source: "steppe-post", stage: "poll", reason: "503" });
  const polls = { fetched: 0, unchanged: 1, failed: 0 };
  await store.saveRun({
    started: NOW,
    finished: NOW,
    watchlist: "",
    polls,
    newItems: 0,
    states: {},
    problems: [],
    editions: [],
  });
  await store.recordEdition(RECORD);
  await store.recordEdition({ ...RECORD, revision: 0 });
  await store.markDelivered({ date: DAY, revision: 1, channel: "email:analyst@example.org", balance: "" });

  const { Items = [] } = await client.send(new ScanCommand({ TableName: "mizan" }));
  const kept = Items.filter((item) => item[TABLE.expires] === undefined);
  expect(kept.map(({ pk, sk }) => `${pk} ${sk}`).toSorted()).toEqual([
    `EDITIONS ${DAY}#000000`,
    `EDITIONS ${DAY}#000001`,
  ]);
  const inTenDays = Date.parse("2026-02-20T12:00:00.000Z") / 1_000;
  expect(new Set(Items.map((item) => item[TABLE.expires]))).toEqual(new Set([inTenDays, undefined]));
  expect(Items).toHaveLength(15);
});

test("a slot is one update where the host is free, two where it is in use", async () => {
  await store.reserveSlots("second.example", WANTED);
  sent.length = 0;
  await store.reserveSlots("second.example", { ...WANTED, earliest: "2026-02-10T13:00:00.000Z" });
  expect(sent).toEqual(["UpdateItemCommand"]);
  sent.length = 0;
  await store.reserveSlots("second.example", WANTED);
  expect(sent).toEqual(["UpdateItemCommand", "UpdateItemCommand"]);
});

test("what the table itself is asked for is read consistently, what an index is asked for cannot be, nor need all feeds", async () => {
  sent.length = 0;
  await store.item("unknown");
  await store.matchesOfDay(DAY);
  await store.edition(DAY);
  await store.itemsOfDay(DAY);
  await store.waitingItems(NOW, 1);
  await store.feedStates();
  const consistent = ["GetItemCommand, consistent", "QueryCommand, consistent", "QueryCommand, consistent"];
  expect(sent).toEqual([...consistent, "QueryCommand", "QueryCommand", "QueryCommand", "QueryCommand"]);
});

test("a record that is not in its form is told with its key and its faults", async () => {
  await store.saveArticle(anArticle({ id: "odd" }));
  const { Item } = await client.send(new GetCommand({ TableName: "mizan", Key: KEYS.article("odd") }));
  await client.send(new PutCommand({ TableName: "mizan", Item: { ...Item, revision: "one", textFrom: "rumour" } }));
  await expect(store.article("odd")).rejects.toThrow(/^stored record article odd: .*revision.*textFrom/su);
});
