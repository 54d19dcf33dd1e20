import { SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connectMessenger } from "../../../functions/aws/connect.ts";
import { ssmSecret } from "../../../functions/aws/ssm-secret.ts";
import { webhook } from "../../../functions/aws/webhook.ts";
import { boundedFetch, type PlainFetch } from "../../../shared/pipeline/bounded-fetch.ts";
import { type Answer, type Asked, serveTiny, type TinyServer } from "../../support/a-tiny-server.ts";
import { ACCOUNT } from "../../support/embedded-aws.ts";

const SECRET = "https://hooks.slack.example/services/T0/B0/s3cr3tTok3n";
const MESSAGE = { text: "*Mizan* «Ўзбекистон» 🌊", unfurl_links: false };

let server: TinyServer;
let answer: (asked: Asked) => Answer | undefined;
beforeAll(async () => {
  server = await serveTiny((asked) => answer(asked));
});
beforeEach(() => {
  server.asked.length = 0;
  answer = () => ({ body: "ok" });
});
afterAll(() => server.close());

/** The runtime's own client, led to the tiny server, which has no certificate for that name. */
const toServer: PlainFetch = async (url, init) =>
  await fetch(url.replace("https://hooks.slack.example", server.endpoint), init);
const post = webhook({ fetch: boundedFetch(toServer), address: async () => SECRET });

/** Everything that a log would tell of the error. */
async function toldOf(failed: Promise<void>): Promise<string> {
  const error = await failed.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error("it did not fail");
  expect(error.name).toBe("DeliveryError");
  expect(error.cause).toBeUndefined();
  expect(`${error.stack}`).not.toContain("s3cr3tTok3n");
  return error.message;
}

test("a message is posted as JSON, to the address as it is", async () => {
  await post(MESSAGE);
  expect(server.asked).toMatchObject([
    {
      method: "POST",
      path: "/services/T0/B0/s3cr3tTok3n",
      headers: { "content-type": "application/json; charset=utf-8", "user-agent": "Mizan/0.1 (media monitor)" },
    },
  ]);
  expect(JSON.parse(server.asked[0]?.body ?? "")).toEqual(MESSAGE);
});

describe("a refusal is told with what the service says, in the forms that are known", () => {
  test.each([
    [403, "invalid_token", "403 from the webhook: invalid_token"],
    [
      400,
      '{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}',
      "400 from the webhook: Bad Request: chat not found",
    ],
    [404, "Cannot POST /services/T0/B0/s3cr3tTok3n", "404 from the webhook"],
    [500, '{"message":"at /services/T0/B0/s3cr3tTok3n"}', "500 from the webhook"],
    [502, "", "502 from the webhook"],
  ])("%i %s", async (status, body, told) => {
    answer = () => ({ status, body });
    expect(await toldOf(post(MESSAGE))).toBe(told);
  });
});

test("a redirect is a refusal: nothing is sent on to where it leads", async () => {
  answer = () => ({ status: 307, headers: { location: `${server.endpoint}/elsewhere` } });
  expect(await toldOf(post(MESSAGE))).toBe("307 from the webhook");
  expect(server.asked).toHaveLength(1);
});

test("an answer that is not to be had is told without the address", async () => {
  const nobody: PlainFetch = async (url, init) =>
    await fetch(url.replace(/^https:\/\/[^/]+/u, "http://127.0.0.1:9"), init);
  const failed = webhook({ fetch: boundedFetch(nobody), address: async () => SECRET })(MESSAGE);
  expect(await toldOf(failed)).toMatch(/^(connection refused|bad port) from the webhook$/u);
});

test("an address that the client itself refuses, and quotes, is not told either", async () => {
  const address = async () => "https://mizan:s3cr3tTok3n@hooks.slack.example:443/x";
  const failed = webhook({ fetch: boundedFetch(fetch), address })(MESSAGE);
  expect(await toldOf(failed)).toBe("no answer from the webhook");
});

test("an error that names the address in words of its own is not told at all", async () => {
  const odd: PlainFetch = async () => {
    throw new TypeError("hooks.slack.example: /services/T0/B0/s3cr3tTok3n is not for you");
  };
  const failed = webhook({ fetch: boundedFetch(odd), address: async () => SECRET })(MESSAGE);
  expect(await toldOf(failed)).toBe("no answer from the webhook");
});

test("silence is told without the address", async () => {
  answer = () => undefined;
  const impatient = boundedFetch(toServer);
  const failed = webhook({ fetch: (request) => impatient({ ...request, timeoutMs: 50 }), address: async () => SECRET });
  expect(await toldOf(failed(MESSAGE))).toBe("no answer within 0.05 s from the webhook");
});

test.each([["http://hooks.slack.example/services/s3cr3tTok3n"], ["s3cr3tTok3n"], [""]])(
  "an address that is not https is not asked: %j",
  async (address) => {
    const failed = webhook({ fetch: boundedFetch(toServer), address: async () => address })(MESSAGE);
    expect(await toldOf(failed)).toBe("the webhook's address does not begin with https://");
    expect(server.asked).toEqual([]);
  },
);

test("one that is asked for since the last deployment says so", async () => {
  const failed = connectMessenger(undefined).postMessage(MESSAGE);
  expect(await toldOf(failed)).toBe("the webhook is asked for, but not deployed: deploy");
});

describe("its address is kept in Parameter Store", () => {
  let client: SSMClient;
  beforeAll(() => {
    client = new SSMClient({ ...ACCOUNT, endpoint: server.endpoint });
  });
  afterAll(() => client.destroy());
  const read = () => ssmSecret(client, "/mizan/webhook-address")();

  test("and read decrypted, without the line end that a terminal adds", async () => {
    answer = () => ({ body: JSON.stringify({ Parameter: { Name: "x", Type: "SecureString", Value: `${SECRET}\n` } }) });
    expect(await read()).toBe(SECRET);
    expect(server.asked[0]?.headers).toMatchObject({
      "x-amz-target": "AmazonSSM.GetParameter",
      "content-type": "application/x-amz-json-1.1",
      authorization: expect.stringContaining("/eu-central-1/ssm/aws4_request"),
    });
    expect(JSON.parse(server.asked[0]?.body ?? "")).toEqual({ Name: "/mizan/webhook-address", WithDecryption: true });
  });

  test("where it was never put, that is told with the name it is missed under", async () => {
    answer = () => ({ status: 400, body: JSON.stringify({ __type: "ParameterNotFound" }) });
    await expect(read()).rejects.toMatchObject({
      name: "DeliveryError",
      message: "ParameterNotFound from Parameter Store, asked for /mizan/webhook-address",
    });
  });
});
