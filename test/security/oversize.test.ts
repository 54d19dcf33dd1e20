import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { requestFor } from "../../shared/pipeline/requests.ts";
import { servePort, serveRaw } from "../support/a-raw-server.ts";
import { anAsker, aRequest } from "../support/an-asker.ts";
import { aWatchlist } from "../support/an-edition.ts";

const MEGABYTES_64 = Buffer.alloc(64_000_000);
/** All of them below the limit as sent, and thousands of times above it when decompressed. */
const BOMBS = {
  br: brotliCompressSync(MEGABYTES_64, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  deflate: deflateSync(MEGABYTES_64),
  gzip: gzipSync(MEGABYTES_64),
  zstd: zstdCompressSync(MEGABYTES_64),
};
const LIMIT = 3_000_000;

/** Serves a body, and asks for it; how many bytes came. */
async function answerOf(coding: string | undefined, body: Uint8Array, maxBytes = LIMIT) {
  const port = await servePort((_request, response) => {
    response.writeHead(200, coding === undefined ? {} : { "content-encoding": coding }).end(body);
  });
  const answer = await anAsker(port)(aRequest(`http://127.0.0.1:${port}/`, { maxBytes, timeoutMs: 20_000 }));
  return answer.body.byteLength;
}

test("a feed may have 5 MB and a page 3 MB, within 20 s", () => {
  const { monitor } = aWatchlist();
  const url = "https://outlet.example/";
  expect(requestFor("feed", url, monitor)).toMatchObject({ maxBytes: 5_000_000, timeoutMs: 20_000 });
  expect(requestFor("page", url, monitor)).toMatchObject({ maxBytes: 3_000_000, timeoutMs: 20_000 });
});

describe("a body is held to its limit after decompression", () => {
  test.each(Object.entries(BOMBS))("%s", async (coding, bomb) => {
    expect(bomb.byteLength).toBeLessThan(LIMIT);
    const before = process.memoryUsage().rss;
    await expect(answerOf(coding, bomb)).rejects.toThrow(`more than ${LIMIT} bytes from http://127.0.0.1`);
    expect(process.memoryUsage().rss - before).toBeLessThan(MEGABYTES_64.byteLength);
  });

  test("a bomb inside a bomb is not opened at all", async () => {
    const twice = answerOf("gzip, gzip", gzipSync(BOMBS.gzip));
    await expect(twice).rejects.toThrow('refused the content encoding "gzip, gzip" from');
  });

  test("a window of 128 MB is not opened", async () => {
    // A frame (RFC 8878 §3.1.1): magic number, nothing declared but a window of 2^(10 + 17), one last raw block of "ab".
    const frame = (exponent: number) =>
      Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, exponent << 3, (2 << 3) | 1, 0, 0, 0x61, 0x62]);
    expect(await answerOf("zstd", frame(13))).toBe(2);
    await expect(answerOf("zstd", frame(17))).rejects.toThrow("too wide a compression window from");
  });
});

describe("a body is held to its limit as it is sent", () => {
  /** Blocks of deflate that hold nothing: endless to send, and never a byte to show for it. */
  const NOTHING = Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
    Buffer.alloc(5 * 10_000, Buffer.from([0, 0, 0, 0xff, 0xff])),
  ]);

  test("also where nothing comes of it", async () => {
    await expect(answerOf("gzip", NOTHING, 20_000)).rejects.toThrow("more than 20000 bytes from");
  });

  test.each(["identity", "gzip"])("also where it never ends, %s", async (coding) => {
    let sent = 0;
    const port = await servePort((_request, response) => {
      response.writeHead(200, coding === "gzip" ? { "content-encoding": coding } : {});
      const piece = coding === "gzip" ? gzipSync("news ".repeat(2_000)) : Buffer.from("news ".repeat(2_000));
      const pour = () => {
        while (!response.destroyed && response.write(piece)) sent += piece.byteLength;
      };
      response.on("drain", pour);
      pour();
    });
    const asked = anAsker(port)(aRequest(`http://127.0.0.1:${port}/`, { maxBytes: 100_000, timeoutMs: 20_000 }));
    await expect(asked).rejects.toThrow("more than 100000 bytes from");
    expect(sent).toBeLessThan(20_000_000);
  });

  test("the connection is closed then", async () => {
    const closed = Promise.withResolvers<string>();
    const port = await servePort((_request, response) => {
      response.on("close", () => closed.resolve("closed"));
      response.write(Buffer.alloc(200_000));
    });
    await expect(anAsker(port)(aRequest(`http://127.0.0.1:${port}/`))).rejects.toThrow("more than 10000 bytes");
    expect(await closed.promise).toBe("closed");
  });
});

describe("an answer is held to its time", () => {
  const DRIPS = {
    "a body that drips": "HTTP/1.1 200 OK\r\n\r\n",
    "headers that drip": "HTTP/1.1 200 OK\r\nx-drip: ",
    "a body that is announced and does not come": "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n",
  };
  test.each(Object.entries(DRIPS))("%s", async (name, start) => {
    const port = await serveRaw((socket) => {
      socket.write(start);
      if (name.includes("not come")) return;
      const drip = setInterval(() => socket.write("."), 10);
      socket.on("close", () => clearInterval(drip));
    });
    const asked = anAsker(port)(aRequest(`http://127.0.0.1:${port}/`, { timeoutMs: 200 }));
    await expect(asked).rejects.toThrow(`no answer within 0.2 s from http://127.0.0.1:${port}/`);
  });

  test("redirects do not start it again", async () => {
    const port = await servePort((_request, response) => {
      setTimeout(() => response.writeHead(302, { location: "/" }).end(), 60);
    });
    const asked = anAsker(port)(aRequest(`http://127.0.0.1:${port}/`, { timeoutMs: 200 }));
    await expect(asked).rejects.toThrow("no answer within 0.2 s");
  });

  test("interim answers do not either", async () => {
    const port = await serveRaw((socket) => {
      const flood = setInterval(() => socket.write("HTTP/1.1 103 Early Hints\r\nlink: <a>\r\n\r\n".repeat(100)), 5);
      socket.on("close", () => clearInterval(flood));
    });
    const asked = anAsker(port)(aRequest(`http://127.0.0.1:${port}/`, { timeoutMs: 200 }));
    await expect(asked).rejects.toThrow("no answer within 0.2 s");
  });
});

describe("headers are bounded", () => {
  const FLOODS = {
    "many headers": "x-a: b\r\n".repeat(10_000),
    "one long header": `x-a: ${"b".repeat(20_000)}\r\n`,
    "a long name": `${"x".repeat(20_000)}: b\r\n`,
    "headers without end": "x-a: b\r\n".repeat(300_000),
  };
  test.each(Object.entries(FLOODS))("%s", async (_name, flood) => {
    const port = await serveRaw((socket) => socket.write(`HTTP/1.1 200 OK\r\n${flood}`));
    const asked = anAsker(port)(aRequest(`http://127.0.0.1:${port}/`));
    await expect(asked).rejects.toThrow(`too many headers from http://127.0.0.1:${port}/`);
  });

  test("what follows the body is, too", async () => {
    const trailers = `0\r\n${"x-a: b\r\n".repeat(10_000)}\r\n`;
    const port = await serveRaw((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${trailers}`),
    );
    const asked = anAsker(port)(aRequest(`http://127.0.0.1:${port}/`));
    await expect(asked).rejects.toThrow("too many headers from");
  });
});

describe("what is no HTTP is a problem, not a defect", () => {
  const ANSWERS = {
    nothing: "",
    "another protocol": "SSH-2.0-OpenSSH_9.6\r\n",
    "two lengths": "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab",
    "a length and chunks": "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
    "another protocol after all": "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n",
    "a body cut short": "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nab",
    "a coding that is none": "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\nplain",
  };
  test.each(Object.entries(ANSWERS))("%s", async (_name, answer) => {
    const port = await serveRaw((socket) => socket.end(answer));
    const asked = anAsker(port)(aRequest(`http://127.0.0.1:${port}/`));
    await expect(asked).rejects.toThrow(/^[\w ]+ from http:\/\/127\.0\.0\.1:\d+\/$/u);
  });
});
