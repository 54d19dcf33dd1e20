import type { RequestListener } from "node:http";
import { text } from "node:stream/consumers";
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { boundedFetch } from "../../../shared/pipeline/bounded-fetch.ts";
import type { HttpRequest } from "../../../shared/pipeline/ports.ts";
import { servePort } from "../../support/a-raw-server.ts";
import { anAsker } from "../../support/an-asker.ts";

const ask = async (request: HttpRequest) => await anAsker(Number(new URL(request.url).port))(request);
const serve = async (listener: RequestListener) => `http://127.0.0.1:${await servePort(listener)}`;

const request = (url: string) => ({ url, headers: { "x-asks": "mizan" }, maxBytes: 10_000, timeoutMs: 2_000 });

test("an answer comes with its status, headers and decompressed body", async () => {
  const origin = await serve((asked, response) => {
    response
      .writeHead(203, { "content-encoding": "gzip", etag: '"a"' })
      .end(gzipSync(`hello ${asked.headers["x-asks"]}`));
  });
  const response = await ask(request(`${origin}/a`));
  expect(response).toMatchObject({ status: 203, url: `${origin}/a`, headers: { etag: '"a"' } });
  expect(new TextDecoder().decode(response.body)).toBe("hello mizan");
});

test("redirects are followed, and the answer says where it came from", async () => {
  const origin = await serve((asked, response) => {
    if (asked.url === "/end") response.end("here");
    else response.writeHead(301, { location: "end" }).end();
  });
  expect((await ask(request(`${origin}/start`))).url).toBe(`${origin}/end`);
});

test.each<[readonly number[], string | undefined]>([
  [[301], "/1"],
  [[308, 301], "/2"],
  [[301, 302, 301], "/1"],
  [[302, 301], undefined],
  [[307], undefined],
  [[], undefined],
])("redirects %j say that the address has moved for good to %s", async (statuses, moved) => {
  const origin = await serve((asked, response) => {
    const hop = Number(asked.url?.slice(1));
    const status = statuses[hop];
    if (status === undefined) response.end("here");
    else response.writeHead(status, { location: `/${hop + 1}` }).end();
  });
  const answer = await ask(request(`${origin}/0`));
  expect(answer.url).toBe(`${origin}/${statuses.length}`);
  expect(answer.moved).toBe(moved === undefined ? undefined : `${origin}${moved}`);
});

test("what has a body is posted, and a redirect of it is an answer", async () => {
  const asked: string[] = [];
  const origin = await serve(async (request, response) => {
    asked.push(`${request.method} ${request.url} ${await text(request)}`);
    response.writeHead(308, { location: "/elsewhere" }).end();
  });
  expect(await ask({ ...request(`${origin}/a`), body: "Ўзбек" })).toMatchObject({ status: 308, url: `${origin}/a` });
  expect(asked).toEqual(["POST /a Ўзбек"]);
});

test("redirects in a circle are given up", async () => {
  let asked = 0;
  const origin = await serve((_request, response) => {
    asked++;
    response.writeHead(302, { location: "/" }).end();
  });
  await expect(ask(request(origin))).rejects.toThrow(`more than 5 redirects from ${origin}`);
  expect(asked).toBe(6);
});

test("a body over the limit is given up, also when it was compressed to less", async () => {
  const origin = await serve((_asked, response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("a".repeat(1_000_000))),
  );
  await expect(ask(request(`${origin}/`))).rejects.toThrow(`more than 10000 bytes from ${origin}/`);
});

test("silence is given up after the time limit, and said so", async () => {
  const origin = await serve(() => undefined);
  await expect(ask({ ...request(origin), timeoutMs: 100 })).rejects.toThrow(`no answer within 0.1 s from ${origin}`);
});

test("a refused connection names its reason and address", async () => {
  const refusing = "http://127.0.0.1:9/";
  await expect(ask(request(refusing))).rejects.toThrow(`connection refused from ${refusing}`);
  const both = async () => {
    if (asked++ === 0) return new Response("", { status: 302, headers: { location: refusing } });
    throw Object.assign(new Error(), { code: "ECONNREFUSED" });
  };
  let asked = 0;
  const moved = boundedFetch(both)(request("https://outlet.example/rss"));
  await expect(moved).rejects.toThrow("connection refused after a redirect from https://outlet.example/rss");
});

test("a password in an address is not told on", async () => {
  const problem = await ask(request("http://reader:s3cret@outlet.example/rss")).catch((error: Error) => error.message);
  expect(problem).toBe("refused an address with a user's name from http://outlet.example/rss");
});

describe("a body is decompressed", () => {
  const CODINGS = {
    br: brotliCompressSync("hello"),
    deflate: deflateSync("hello"),
    gzip: gzipSync("hello"),
    identity: Buffer.from("hello"),
    "X-GZip": gzipSync("hello"),
    zstd: zstdCompressSync("hello"),
  };
  test.each(Object.entries(CODINGS))("from %s", async (coding, body) => {
    const origin = await serve((asked, response) => {
      expect(asked.headers["accept-encoding"]).toBe("gzip, br, zstd");
      response.writeHead(200, { "content-encoding": coding }).end(body);
    });
    expect(Buffer.from((await ask(request(origin))).body).toString()).toBe("hello");
  });

  test.each([
    ["br", brotliCompressSync],
    ["gzip", gzipSync],
    ["zstd", zstdCompressSync],
  ] as const)("as far as it came, where the outlet cut its %s short", async (coding, compress) => {
    const numbers = Array.from({ length: 60_000 }, (_, i) => (i * 7919) % 60_013).join(" ");
    const whole = compress(Buffer.from(numbers));
    const origin = await serve((_asked, response) => {
      response.writeHead(200, { "content-encoding": coding }).end(whole.subarray(0, -20));
    });
    const { body } = await ask({ ...request(origin), maxBytes: 1_000_000 });
    expect(body.byteLength).toBeGreaterThan(10_000);
    expect(numbers.startsWith(Buffer.from(body).toString())).toBe(true);
  });
});

test.each([204, 304, 404, 599, 999])("%d is an answer", async (status) => {
  const origin = await serve((_asked, response) => response.writeHead(status, { "content-encoding": "gzip" }).end());
  expect(await ask(request(origin))).toMatchObject({ status, body: Buffer.alloc(0) });
});
