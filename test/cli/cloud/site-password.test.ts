import { once } from "node:events";
import { Agent, createServer } from "node:http";
import { CloudFrontKeyValueStoreClient } from "@aws-sdk/client-cloudfront-keyvaluestore";
import "@aws-sdk/signature-v4a";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newPassword, setSitePassword } from "../../../cli/cloud/site-password.ts";
import { sitePasswordRecord } from "../../../shared/cloud/site-password.ts";
import { ACCOUNT } from "../../support/embedded-aws.ts";

const ARN = "arn:aws:cloudfront::123456789012:key-value-store/a1b2";

/** The key-value store's protocol: an entity tag with every answer, and no change without the present one. */
const keys = new Map<string, string>();
let version = 1;
const signatures: (string | undefined)[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  signatures.push(request.headers.authorization?.split(" ")[0]);
  const isWrite = request.method === "POST" && request.url === `/key-value-stores/${encodeURIComponent(ARN)}/keys`;
  if (isWrite && request.headers["if-match"] !== `V${version}`) {
    response.writeHead(409, { "x-amzn-errortype": "ConflictException" }).end("{}");
    return;
  }
  if (isWrite) {
    const { Puts } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    for (const { Key, Value } of Puts) keys.set(Key, Value);
    version++;
  }
  const body = { ItemCount: keys.size, TotalSizeInBytes: 0, KvsARN: ARN, Created: 0 };
  response.writeHead(200, { "content-type": "application/json", etag: `V${version}` }).end(JSON.stringify(body));
});
let client: CloudFrontKeyValueStoreClient;

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  // The client puts the account before the host's name, which no resolver knows here.
  const httpAgent = new Agent({ lookup: (_, __, done) => done(null, [{ address: "127.0.0.1", family: 4 }]) });
  client = new CloudFrontKeyValueStoreClient({
    ...ACCOUNT,
    endpoint: `http://localhost:${typeof address === "object" ? address?.port : ""}`,
    requestHandler: { httpAgent },
  });
});
afterAll(() => server.close());

test("the store keeps a salted hash under the key that the edge reads, and not the password", async () => {
  await setSitePassword(client, ARN, "correct horse");
  const [salt = ""] = keys.get("password")?.split(":") ?? [];
  expect(salt).toMatch(/^[0-9a-f]{32}$/u);
  expect(keys.get("password")).toBe(sitePasswordRecord("correct horse", salt));
  expect(signatures.every((name) => name === "AWS4-ECDSA-P256-SHA256")).toBe(true);
});

test("each password has a salt of its own", async () => {
  await setSitePassword(client, ARN, "correct horse");
  const before = keys.get("password");
  await setSitePassword(client, ARN, "correct horse");
  expect(keys.get("password")).not.toBe(before);
});

test("a new password is long, readable aloud, and never the same", () => {
  const made = Array.from({ length: 200 }, newPassword);
  for (const password of made) expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){4}[a-hjkmnp-z2-9]{4}$/u);
  expect(new Set(made).size).toBe(made.length);
});
