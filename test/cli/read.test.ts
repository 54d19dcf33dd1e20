import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aPage, PARAGRAPHS } from "../support/a-page.ts";
import { serveTiny, type TinyServer } from "../support/a-tiny-server.ts";
import { meta } from "../support/page-head.ts";
import { runMizan, withoutAccount } from "../support/run-mizan.ts";

const folder = mkdtempSync(join(tmpdir(), "mizan-read-"));
const HEAD =
  meta("article:published_time", "2026-02-10 12:00") +
  meta("article:modified_time", "2026-02-10T08:00:00Z") +
  meta("og:image", "/a.jpg") +
  '<meta name="author" content="Айгуль Сейтова и Б. Каримов">';
const TEXT = PARAGRAPHS.join("\n\n");

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const page = file("page.html", aPage({ head: HEAD }));
const paid = file("paid.html", aPage({ body: `<p>${PARAGRAPHS[0]}</p><p>Subscribe to continue reading</p>` }));
const notes = file("notes.txt", "Это не страница.");

const read = async (...args: string[]) => await runMizan(["read", ...args], withoutAccount());

let server: TinyServer;
beforeAll(async () => {
  server = await serveTiny(({ path }) =>
    path === "/news/1"
      ? { headers: { "content-type": "text/html; charset=utf-8" }, body: aPage({ head: HEAD }) }
      : { status: 404 },
  );
});
afterAll(() => server.close());

describe("read", () => {
  test("prints what a file says as one object, in order, absent fields absent", async () => {
    const { status, stdout, stderr } = await read(page, "--url", "https://steppe.example/news/1?utm_source=x");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const expected = {
      title: "Открыт пункт пропуска",
      text: TEXT,
      authors: ["Айгуль Сейтова", "Б. Каримов"],
      published: "2026-02-10T07:00:00.000Z",
      updated: "2026-02-10T08:00:00.000Z",
      language: "ru",
      canonical: "https://steppe.example/news/1",
      image: "https://steppe.example/a.jpg",
    };
    expect(stdout).toBe(`${JSON.stringify(expected)}\n`);
    const bare = JSON.parse((await read(file("bare.html", aPage()))).stdout);
    expect(Object.keys(bare)).toEqual(["title", "text", "language"]);
  });

  test("asks an address as the poller does, and reads its page", async () => {
    const { status, stdout } = await read(`${server.endpoint}/news/1`);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ text: TEXT, canonical: `${server.endpoint}/news/1` });
    expect(server.asked.at(-1)?.headers["user-agent"]).toMatch(/^Mizan\//u);
  });

  test("prints a line for each of several, and tells what could not be read at the end", async () => {
    const gone = `${server.endpoint}/gone`;
    const missing = join(folder, "missing.html");
    const { status, stdout, stderr } = await read(notes, page, missing, paid, gone, folder);
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(2);
    expect(lines.map(({ file }) => file)).toEqual([page, paid]);
    expect(lines[0].text).toBe(TEXT);
    expect(lines[1]).not.toHaveProperty("text");
    expect(stderr.trim().split("\n")).toEqual([
      `${notes}: no web page`,
      expect.stringContaining(`${missing} cannot be read: ENOENT`),
      `${paid}: a paywall in place of the article`,
      `${gone}: 404 from ${gone}`,
      `${folder} cannot be read: it is not a file`,
    ]);
  });

  test("goes by the selectors and the time zone of the outlet that the address is of", async () => {
    const watch = join(folder, "watch");
    cpSync(join(import.meta.dirname, "../../watch"), watch, { recursive: true });
    const sources = readFileSync(join(watch, "sources.yaml"), "utf8");
    const source = `
  - id: steppe
    name: Степной вестник
    country: KZ
    language: ru
    ownership: private
    timeZone: Europe/Moscow
    feeds: ["https://www.steppe.example/rss"]
    page: {title: ".kicker"}
`;
    writeFileSync(join(watch, "sources.yaml"), sources + source);
    const kicker = file("kicker.html", aPage({ head: HEAD, top: '<h1>Новости</h1><b class="kicker">Мост открыт</b>' }));
    const { stdout } = await read(kicker, "--watch", watch, "--url", "https://steppe.example/news/1");
    expect(JSON.parse(stdout)).toMatchObject({ title: "Мост открыт", published: "2026-02-10T09:00:00.000Z" });
  });

  test.each([
    ["--url for several files", [page, paid, "--url", "https://steppe.example/"], "name one file"],
    ["--url that is no address", [page, "--url", "steppe"], "--url is steppe; write a full web address"],
    ["no page", [], "missing required argument 'page'"],
  ])("refuses %s", async (_, args, told) => {
    const { status, stdout, stderr } = await read(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(told);
  });
});
