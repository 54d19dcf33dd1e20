import { createServer, type RequestListener } from "node:http";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { fetch } from "undici";
import { afterEach, expect, test } from "vitest";
import { boundedFetch } from "../../../shared/pipeline/bounded-fetch.ts";

const ask = boundedFetch(fetch);
const closing: (() => unknown)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    return server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

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
  const origin = await serve((_asked, response) => response.writeHead(302, { location: "/" }).end());
  await expect(ask(request(origin))).rejects.toThrow(`more than 5 redirects from ${origin}`);
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
  await expect(ask(request("http://127.0.0.1:9/"))).rejects.toThrow(
    /^(ECONNREFUSED|bad port) from http:\/\/127\.0\.0\.1:9\/$/u,
  );
});
