import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bucketObjects } from "../../../cli/cloud/bucket-objects.ts";
import { objectStoreSuite } from "../../conformance/object-store-suite.ts";
import { ACCOUNT, type EmbeddedServer, serveFauxqs } from "../../support/embedded-aws.ts";

describe("a bucket, from the analyst's machine", () => {
  let server: EmbeddedServer;
  let buckets = 0;
  beforeAll(async () => {
    server = await serveFauxqs();
  });
  afterAll(async () => await server.close());

  const open = async (prefix: string) => {
    const client = new S3Client({ ...ACCOUNT, endpoint: server.endpoint, forcePathStyle: true });
    const bucket = `mizan-${buckets++}`;
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    return { objects: bucketObjects(client, bucket, prefix), close: async () => client.destroy() };
  };
  objectStoreSuite("at its root", async () => await open(""));
  objectStoreSuite("below a prefix", async () => await open("active/"));

  test("what is removed is gone, and may be removed again", async () => {
    const { objects, close } = await open("");
    await objects.put("a", "1", "text/plain");
    await objects.remove("a");
    await objects.remove("a");
    expect(await objects.get("a")).toBeUndefined();
    await close();
  });
});
