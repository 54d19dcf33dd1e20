import { afterAll, beforeAll, describe } from "vitest";
import { openSqliteStore } from "../../cli/local/sqlite-store.ts";
import { dynamoStore } from "../../functions/aws/dynamo-store.ts";
import { createTable, dynamoClient } from "../support/a-table.ts";
import { type EmbeddedServer, hasDynoxide, serveDynalite, serveDynoxide } from "../support/embedded-aws.ts";
import { storeSuite } from "./store-suite.ts";

storeSuite("a store in SQLite", async () => {
  const store = openSqliteStore(":memory:");
  return { store, close: async () => store.close() };
});

/** In pages of three rows every query is longer than one; in pages as they come, only megabytes are. */
const PAGES = [
  ["pages of three rows", 3],
  ["pages as they come", undefined],
] as const;

function dynamoSuites(name: string, serve: () => Promise<EmbeddedServer>): void {
  let server: EmbeddedServer;
  let tables = 0;
  beforeAll(async () => {
    server = await serve();
  });
  afterAll(async () => await server.close());

  for (const [pages, pageSize] of PAGES) {
    storeSuite(`a store in DynamoDB (${name}), ${pages}`, async () => {
      const client = dynamoClient(server.endpoint, pageSize);
      const table = `mizan-${tables++}`;
      await createTable(client, table);
      const clock = () => "2026-02-10T12:00:00.000Z";
      return {
        store: dynamoStore({ client, table, clock, retentionDays: 400 }),
        close: async () => client.destroy(),
      };
    });
  }
}

describe("DynamoDB in JavaScript", () => dynamoSuites("dynalite", serveDynalite));

describe.skipIf(!hasDynoxide)("DynamoDB as a program, where there is one for this machine", () =>
  dynamoSuites("dynoxide", serveDynoxide),
);
