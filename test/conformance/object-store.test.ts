import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderObjects } from "../../cli/local/folder-objects.ts";
import { s3Objects } from "../../functions/aws/s3-objects.ts";
import { ACCOUNT, type EmbeddedServer, serveFauxqs } from "../support/embedded-aws.ts";
import { objectStoreSuite } from "./object-store-suite.ts";

objectStoreSuite("objects in a folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mizan-objects-"));
  return { objects: folderObjects(folder), close: async () => await rm(folder, { recursive: true }) };
});

describe("objects in S3", () => {
  let server: EmbeddedServer;
  let buckets = 0;
  beforeAll(async () => {
    server = await serveFauxqs();
  });
  afterAll(async () => await server.close());

  const open = async (options: { readonly prefix?: string; readonly pageSize?: number }) => {
    const client = new S3Client({ ...ACCOUNT, endpoint: server.endpoint, forcePathStyle: true });
    const { pageSize, ...rest } = options;
    if (pageSize !== undefined) {
      client.middlewareStack.add(
        (next) => async (args) => {
          const isList = "Prefix" in args.input;
          return await next(isList ? { ...args, input: { ...args.input, MaxKeys: pageSize } } : args);
        },
        { step: "initialize" },
      );
    }
    const bucket = `mizan-${buckets++}`;
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    await s3Objects({ client, bucket, prefix: "beside/" }).put("not-ours", "", "text/plain");
    return { objects: s3Objects({ client, bucket, ...rest }), close: async () => client.destroy() };
  };

  objectStoreSuite("below a prefix", () => open({ prefix: "active/" }));

  test("a list that S3 gives in several pages comes whole", async () => {
    const { objects, close } = await open({ prefix: "active/", pageSize: 3 });
    const keys = Array.from({ length: 10 }, (_, i) => `2026-02-1${i}/index.html`);
    for (const key of keys) await objects.put(key, key, "text/html");
    expect(await objects.list("2026-02-")).toEqual(keys);
    await close();
  });
});
