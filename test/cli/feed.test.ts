import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMizan, withoutAccount } from "../support/run-mizan.ts";

const env = withoutAccount();
const folder = mkdtempSync(join(tmpdir(), "mizan-feed-"));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const mizan = (...args: readonly string[]) => runMizan(["feed", ...args], env);

const encoded = (text: string, charset: string) => {
  const letters = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (letter) => letters.indexOf(letter));
};

const RSS = `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Степь</title>
  <link>https://steppe-post.example/</link><item><guid>a1</guid><title>Канал открыт</title><link>/1?utm_source=rss</link>
  <pubDate>10 февраля 2026, 12:00</pubDate><description>&lt;b&gt;Вода&lt;/b&gt; пошла.</description><author>А. Сейтов</author></item></channel></rss>`;
const rss = file("steppe.xml", encoded(RSS, "windows-1251"));
const json = file("steppe.json", '{"version":"https://jsonfeed.org/version/1.1","title":"Степь","items":[{"id":"1"}]}');
const page = file(
  "page.html",
  '<!doctype html><link rel="alternate" type="application/rss+xml" href="https://a.example/rss">',
);

const printed = {
  title: "Степь",
  items: [
    {
      id: "a1",
      title: "Канал открыт",
      link: "https://steppe-post.example/1?utm_source=rss",
      published: "2026-02-10T12:00:00.000Z",
      summary: "Вода пошла.",
      authors: ["А. Сейтов"],
    },
  ],
};

describe("feed prints what a feed lists", () => {
  test("one file as one object, absent fields absent", async () => {
    const { status, stdout, stderr } = await mizan(rss);
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual(printed);
  });

  test("dates without a zone in the one that is given", async () => {
    const { stdout } = await mizan("--time-zone", "Asia/Tashkent", rss);
    expect(JSON.parse(stdout).items[0].published).toBe("2026-02-10T07:00:00.000Z");
  });

  test("a zone that there is none of is a mistake in the command", async () => {
    expect(await mizan("--time-zone", "Asia/Samarkandia", rss)).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("Asia/Samarkandia"),
    });
  });

  test("many files in a line each, and of those that are no feeds why, with what they advertise", async () => {
    const missing = join(folder, "missing.xml");
    const { status, stdout, stderr } = await mizan(rss, page, missing, json);
    const lines = stdout.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { file: rss, ...printed },
      { file: json, title: "Степь", items: [{ id: "1" }] },
    ]);
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringMatching(/page\.html: a web page, not a feed.*it advertises https:\/\/a\.example\/rss$/u),
      expect.stringMatching(/missing\.xml cannot be read/u),
    ]);
    expect(status).toBe(2);
  });
});

describe("over the network", () => {
  const body = encoded(RSS.replace(/<\?.*?\?>/u, ""), "iso-8859-5");
  const server = createServer((request, response) => {
    if (request.url === "/rss") response.setHeader("content-type", "text/xml; charset=iso-8859-5").end(body);
    else response.writeHead(404).end();
  });
  let origin = "";
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  test("an address is asked for its feed, and what it answers counts", async () => {
    const { status, stdout } = await mizan(`${origin}/rss`);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ title: "Степь", items: [{ link: `${origin}/1?utm_source=rss` }] });
  });

  test("what is not there is told", async () => {
    expect(await mizan(`${origin}/nothing`)).toEqual({ status: 2, stdout: "", stderr: `404 from ${origin}/nothing\n` });
  });
});
