import { CreateBucketCommand, GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { s3Objects } from "../../../functions/aws/s3-objects.ts";
import { ACCOUNT, type EmbeddedServer, serveFauxqs } from "../../support/embedded-aws.ts";

let server: EmbeddedServer;
let client: S3Client;

beforeAll(async () => {
  server = await serveFauxqs();
  client = new S3Client({ ...ACCOUNT, endpoint: server.endpoint, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: "site" }));
});
afterAll(async () => {
  client.destroy();
  await server.close();
});

test.each([
  ["text/html; charset=utf-8", "max-age=60"],
  ["application/atom+xml; charset=utf-8", "max-age=300"],
  ["application/json; charset=utf-8", "max-age=300"],
  ["text/css; charset=utf-8", "max-age=3600"],
  ["image/svg+xml", "max-age=86400"],
])("%s goes out as such, with %s", async (type, caching) => {
  await s3Objects({ client, bucket: "site", prefix: "below/" }).put("page", "", type);
  const { ContentType, CacheControl } = await client.send(new GetObjectCommand({ Bucket: "site", Key: "below/page" }));
  expect({ ContentType, CacheControl }).toEqual({ ContentType: type, CacheControl: caching });
});

test("even an empty text is sent with its length", async () => {
  const counting = new S3Client({ ...ACCOUNT, endpoint: server.endpoint, forcePathStyle: true });
  const lengths: unknown[] = [];
  counting.middlewareStack.add(
    (next) => async (args) => {
      const { request } = args;
      if (typeof request === "object" && request !== null && "headers" in request) lengths.push(request.headers);
      return await next(args);
    },
    { step: "finalizeRequest" },
  );
  await s3Objects({ client: counting, bucket: "site" }).put("problems.txt", "", "text/plain");
  expect(lengths).toMatchObject([{ "content-length": "0" }]);
  counting.destroy();
});

test("only a missing object is none: a missing bucket is an error", async () => {
  const objects = s3Objects({ client, bucket: "nowhere" });
  await expect(objects.get("page")).rejects.toThrow(/bucket/u);
  await expect(objects.list("")).rejects.toThrow(/bucket/u);
});
