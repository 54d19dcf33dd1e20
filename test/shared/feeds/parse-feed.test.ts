import { describe, expect, test } from "vitest";
import { parseFeed } from "../../../shared/feeds/parse-feed.ts";
import type { FeedEntry } from "../../../shared/model.ts";

const URL = "https://steppe-post.example/ru/rss.xml";

const parse = (document: string | Uint8Array, contentType?: string) =>
  parseFeed(typeof document === "string" ? new TextEncoder().encode(document) : document, {
    url: URL,
    timeZone: "Asia/Almaty",
    ...(contentType === undefined ? {} : { contentType }),
  });

async function entriesOf(document: string | Uint8Array, contentType?: string): Promise<readonly FeedEntry[]> {
  const result = await parse(document, contentType);
  if (!result.ok) throw new Error(result.detail);
  return result.feed.entries;
}

const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Степь</title>${items}</channel></rss>`;
const atom = (entries: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Степь</title>${entries}</feed>`;

describe("the dialects", () => {
  const expected = {
    guid: "tag:1",
    url: "https://steppe-post.example/1",
    title: "Канал открыт",
    summary: "Вода пошла.",
    author: "А. Сейтов",
    published: "2026-02-10T07:00:00.000Z",
  };

  test.each<[dialect: string, document: string, entry: FeedEntry]>([
    [
      "RSS 2.0",
      rss(`<item><guid isPermaLink="false">tag:1</guid><link>https://steppe-post.example/1</link><title>Канал открыт</title>
        <description>Вода пошла.</description><author>А. Сейтов</author><pubDate>Tue, 10 Feb 2026 12:00:00 +0500</pubDate></item>`),
      expected,
    ],
    [
      "RSS 1.0 (RDF)",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>Степь</title></channel><item rdf:about="tag:1"><title>Канал открыт</title><link>https://steppe-post.example/1</link>
        <description>Вода пошла.</description><dc:creator>А. Сейтов</dc:creator><dc:date>2026-02-10T12:00:00+05:00</dc:date></item></rdf:RDF>`,
      expected,
    ],
    [
      "RSS 1.0 with a prefix on everything",
      `<rdf:RDF xmlns:rdf="x" xmlns:rss="y" xmlns:dc="z"><rss:item rdf:about="tag:1"><rss:title>Канал открыт</rss:title>
        <rss:link>https://steppe-post.example/1</rss:link><rss:description>Вода пошла.</rss:description>
        <dc:creator>А. Сейтов</dc:creator><dc:date>2026-02-10 12:00</dc:date></rss:item></rdf:RDF>`,
      expected,
    ],
    [
      "Atom",
      atom(`<entry><id>tag:1</id><link rel="enclosure" href="/sound.mp3"/><link rel="alternate" href="https://steppe-post.example/1"/>
        <title>Канал открыт</title><summary>Вода пошла.</summary><author><name>А. Сейтов</name><email>a@a.example</email></author>
        <published>2026-02-10T07:00:00Z</published><updated>2026-02-10T08:00:00Z</updated></entry>`),
      { ...expected, updated: "2026-02-10T08:00:00.000Z" },
    ],
    [
      "Atom with a prefix",
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>tag:1</a:id><a:link href="/1"/><a:title>Канал открыт</a:title>
        <a:summary>Вода пошла.</a:summary><a:author><a:name>А. Сейтов</a:name></a:author><a:published>2026-02-10T07:00:00Z</a:published></a:entry></a:feed>`,
      expected,
    ],
  ])("%s", async (_, document, entry) => {
    expect(await entriesOf(document)).toEqual([entry]);
  });

  test("the feed's own title is on one line", async () => {
    expect(await parse(rss("").replace("Степь", "<![CDATA[Степь &amp;\n степь]]>"))).toEqual({
      ok: true,
      feed: { title: "Степь & степь", entries: [] },
    });
  });
});

describe("what an entry says", () => {
  test.each<[what: string, item: string, entry: FeedEntry]>([
    ["CDATA", "<title><![CDATA[Вода & газ]]></title>", { title: "Вода & газ" }],
    ["CDATA that was escaped", "<title>&lt;![CDATA[Вода]]&gt;</title>", { title: "Вода" }],
    ["markup in a title, escaped", "<title>&lt;b&gt;Вода&lt;/b&gt; и газ</title>", { title: "Вода и газ" }],
    ["markup in a title, bare", "<title><b>Вода</b> и <i>газ</i></title>", { title: "Вода и газ" }],
    ["entities of HTML", "<title>&laquo;Вода&raquo;&nbsp;&mdash; газ</title>", { title: "«Вода» — газ" }],
    ["entities escaped twice", "<title>&amp;laquo;Вода&amp;raquo;</title>", { title: "«Вода»" }],
    ["a bare ampersand", "<title>Вода & газ</title>", { title: "Вода & газ" }],
    ["control characters", "<title>Во\u0000\u0008да\u001f</title>", { title: "Вода" }],
    [
      "a summary and the whole text",
      "<description>&lt;p&gt;Коротко.&lt;/p&gt;</description><content:encoded><![CDATA[<p>Раз.</p><p>Два<br>три.</p><script>x()</script>]]></content:encoded>",
      { summary: "Коротко.", content: "Раз.\n\nДва\nтри." },
    ],
    ["a summary with bare markup", "<description><p>Раз.</p><p>Два.</p></description>", { summary: "Раз.\n\nДва." }],
    ["a frame before the text", '<description><iframe src="x"></iframe><p>Раз.</p></description>', { summary: "Раз." }],
    ["a text with tags that never close", "<description><br>Раз.<br>Два.</description>", { summary: "Раз.\nДва." }],
    ["a title of another vocabulary, where it has none", "<media:title>Вода</media:title>", { title: "Вода" }],
    ["empty elements, left out", "<title></title><author> </author><pubDate/><link/>", {}],
    ["a date nobody can read, left out", "<title>Вода</title><pubDate>вчера</pubDate>", { title: "Вода" }],
    ["a date in Russian", "<pubDate>10 февраля 2026, 12:00</pubDate>", { published: "2026-02-10T07:00:00.000Z" }],
    ["a date without a zone", "<pubDate>2026-02-10 12:00</pubDate>", { published: "2026-02-10T07:00:00.000Z" }],
  ])("%s", async (_, item, entry) => {
    expect(await entriesOf(rss(`<item>${item}</item>`))).toEqual([entry]);
  });

  test.each<[type: string, title: string, plain: string]>([
    ["text", "Теги &lt;b&gt; и &amp;amp;", "Теги <b> и &amp;"],
    ["html", "&lt;b&gt;Вода&lt;/b&gt; &amp;amp; газ", "Вода & газ"],
    ["xhtml", '<div xmlns="http://www.w3.org/1999/xhtml"><b>Вода</b> &amp; газ</div>', "Вода & газ"],
  ])("Atom says in type what a text holds: %s", async (type, title, plain) => {
    const [entry] = await entriesOf(atom(`<entry><summary type="${type}">${title}</summary></entry>`));
    expect(entry?.summary).toBe(plain);
  });
});

describe("where an entry leads", () => {
  test.each<[what: string, item: string, url: string | undefined]>([
    ["a relative link, from the feed", "<link>1.html</link>", "https://steppe-post.example/ru/1.html"],
    ["a link in CDATA with space", "<link><![CDATA[ \n/1?a=1&b=2 ]]></link>", "https://steppe-post.example/1?a=1&b=2"],
    [
      "without what follows the reader",
      "<link>/1?utm_source=rss&amp;id=7</link>",
      "https://steppe-post.example/1?id=7",
    ],
    ["a guid that is an address", "<guid>https://a.example/1</guid>", "https://a.example/1"],
    ["a guid that says it is none", '<guid isPermaLink="false">https://a.example/1</guid>', undefined],
    ["a guid that is a number", "<guid>4711</guid>", undefined],
    [
      "what FeedBurner replaced",
      "<link>https://b.example/~r/1</link><feedburner:origLink>https://a.example/1</feedburner:origLink>",
      "https://a.example/1",
    ],
    [
      "an address that is none, and then a guid",
      "<link>javascript:x()</link><guid>https://a.example/1</guid>",
      "https://a.example/1",
    ],
    ["an Atom link inside RSS", '<atom:link href="https://a.example/1"/>', "https://a.example/1"],
    ["an enclosure, which is no page", '<link rel="enclosure" href="/sound.mp3"/>', undefined],
  ])("%s", async (_, item, url) => {
    const [entry] = await entriesOf(rss(`<item><title>x</title>${item}</item>`));
    expect(entry?.url).toBe(url);
  });

  test("xml:base counts from the outside in", async () => {
    const [entry] = await entriesOf(
      atom('<entry xml:base="news/"><link href="1"/></entry>').replace("<feed", '<feed xml:base="/kz/"'),
    );
    expect(entry?.url).toBe("https://steppe-post.example/kz/news/1");
  });
});

describe("broken documents are taken as they are meant", () => {
  const item = "<item><title>Вода</title><link>/1</link></item>";
  test.each<[what: string, document: string]>([
    ["no end", rss(item).replace("</channel></rss>", "")],
    ["a tag cut in the middle", `${rss(item).replace("</channel></rss>", "")}<item`],
    ["no root", item],
    ["a bare channel", `<channel>${item}</channel>`],
    ["a warning in front", `<br />\n<b>Warning</b>: mysql_connect() on line 3<br />\n${rss(item)}`],
    ["blank lines in front", `\n\n  ${rss(item)}`],
    ["a byte order mark", `\ufeff${rss(item)}`],
    ["tags in capitals", rss(item).toUpperCase().replace("ВОДА", "Вода")],
    ["an item that is not closed", rss(item.replace("</item>", ""))],
    ["a doctype", rss(item).replace("<rss", '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd"><rss')],
    ["crossed tags", rss(item.replace("Вода", "<b><i>Вода</b></i>"))],
    ["a namespace that is not declared", rss(item.replace("<link>", "<x:y>z</x:y><link>"))],
    ["a wrong version", rss(item).replace("2.0", "banana")],
  ])("%s", async (_, document) => {
    expect(await entriesOf(document)).toEqual([{ title: "Вода", url: "https://steppe-post.example/1" }]);
  });

  test("windows-1251 without a word about it", async () => {
    const letters = new TextDecoder("windows-1251").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    const bytes = Uint8Array.from(rss(item), (letter) => letters.indexOf(letter));
    expect((await entriesOf(bytes))[0]?.title).toBe("Вода");
  });
});

describe("what is no feed is said to be none", () => {
  test.each<[what: string, document: string, reason: string, detail: string]>([
    ["nothing", "", "empty", `nothing in the answer from ${URL}`],
    ["blanks", " \n\t\ufeff", "empty", `nothing in the answer from ${URL}`],
    ["a web page", "<!doctype html><p>Нет такой страницы", "html", `a web page, not a feed, at ${URL}`],
    ["a web page with a comment in front", "<!-- x --><html><body><p>x", "html", `a web page, not a feed, at ${URL}`],
    ["JSON", '{"version":"https://jsonfeed.org/version/1"}', "not-a-feed", `neither RSS, Atom nor RDF at ${URL}`],
    ["a site map", "<urlset><url><loc>x</loc></url></urlset>", "not-a-feed", `neither RSS, Atom nor RDF at ${URL}`],
    ["words", "404", "not-a-feed", `neither RSS, Atom nor RDF at ${URL}`],
  ])("%s", async (_, document, reason, detail) => {
    expect(await parse(document, "application/rss+xml")).toEqual({ ok: false, reason, detail, advertised: [] });
  });

  test("a web page's own feeds are named", async () => {
    const links = `<LINK rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" hreflang="kk" href="/kk">
      <link rel="stylesheet" href="/a.css"><link rel="alternate home" type="application/atom+xml" href="https://b.example/atom">`;
    expect(await parse(`<html><head>${links}${"<p>x<br>".repeat(600)}`)).toMatchObject({
      ok: false,
      reason: "html",
      detail: expect.stringContaining("it advertises https://steppe-post.example/feed, https://b.example/atom"),
    });
  });
});
