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

/** Entries without what repeats `url` and `author` in another form. */
async function shortEntriesOf(document: string | Uint8Array): Promise<readonly FeedEntry[]> {
  return (await entriesOf(document)).map(({ link, authors, ...entry }) => entry);
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
      "JSON Feed",
      `{"version":"https://jsonfeed.org/version/1.1","title":"Степь","items":[{"id":"tag:1","url":"/1","title":"Канал открыт",
        "summary":"Вода пошла.","authors":[{"name":"А. Сейтов"}],"date_published":"2026-02-10T12:00:00+05:00"}]}`,
      expected,
    ],
    [
      "a news site map",
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>https://steppe-post.example/about</loc></url>
        <url><loc>https://steppe-post.example/1</loc><lastmod>2026-02-10T13:00:00+05:00</lastmod><news:news>
        <news:publication><news:name>Степь</news:name></news:publication><news:title>Канал открыт</news:title>
        <news:publication_date>2026-02-10T12:00:00+05:00</news:publication_date></news:news></url></urlset>`,
      {
        url: "https://steppe-post.example/1",
        title: "Канал открыт",
        published: "2026-02-10T07:00:00.000Z",
        updated: "2026-02-10T08:00:00.000Z",
      },
    ],
    [
      "CDF",
      `<CHANNEL><TITLE>Степь</TITLE><ITEM HREF="/1" LASTMOD="2026-02-10T12:00"><TITLE>Канал открыт</TITLE>
        <ABSTRACT>Вода пошла.</ABSTRACT></ITEM></CHANNEL>`,
      {
        url: "https://steppe-post.example/1",
        title: "Канал открыт",
        summary: "Вода пошла.",
        updated: "2026-02-10T07:00:00.000Z",
      },
    ],
    [
      "Atom with a prefix",
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>tag:1</a:id><a:link href="/1"/><a:title>Канал открыт</a:title>
        <a:summary>Вода пошла.</a:summary><a:author><a:name>А. Сейтов</a:name></a:author><a:published>2026-02-10T07:00:00Z</a:published></a:entry></a:feed>`,
      expected,
    ],
  ])("%s", async (_, document, entry) => {
    expect(await shortEntriesOf(document)).toEqual([entry]);
  });

  test.each([
    ["JSON Feed", '{"title":"Степь","items":[]}'],
    ["a news site map", "<urlset><url><news:news><news:name>Степь</news:name></news:news></url></urlset>"],
  ])("the title of %s", async (_, document) => {
    expect(await parse(document)).toMatchObject({ ok: true, feed: { title: "Степь" } });
  });

  test("in JSON Feed, what is of another kind than it should be is left out, and the rest stays", async () => {
    const items = [
      { id: 7, title: ["x"], content_text: "a < b", author: { name: "А. Сейтов" } },
      null,
      5,
      { url: "/2", authors: 1 },
    ];
    expect(await shortEntriesOf(JSON.stringify({ version: 1, title: "Степь", items }))).toEqual([
      { guid: "7", content: "a < b", author: "А. Сейтов" },
      { url: "https://steppe-post.example/2" },
    ]);
  });

  test("an entry that another quotes is none of the feed's", async () => {
    const quoted = '<content type="application/atom+xml"><entry><title>Чужое</title></entry></content>';
    expect(await shortEntriesOf(atom(`<entry><title>Своё</title>${quoted}</entry>`))).toMatchObject([
      { title: "Своё" },
    ]);
  });

  test("names are told by their namespaces, whatever the prefixes", async () => {
    const spaces =
      'xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:h="http://www.w3.org/1999/xhtml"';
    const item = `<item><d:creator>А. Сейтов</d:creator><c:encoded>Весь текст.</c:encoded>
      <description><h:p>Раз.</h:p><h:p>Два.</h:p></description></item>`;
    expect(await shortEntriesOf(rss(item).replace("<rss", `<rss ${spaces}`))).toEqual([
      { author: "А. Сейтов", content: "Весь текст.", summary: "Раз.\n\nДва." },
    ]);
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
    [
      "what a group of media holds",
      "<media:group><media:title>Вода</media:title><media:description>Пошла.</media:description></media:group>",
      { title: "Вода", summary: "Пошла." },
    ],
    ["the whole text as for Yandex", "<yandex:full-text>Вода пошла.</yandex:full-text>", { content: "Вода пошла." }],
    [
      "several authors, by name rather than address",
      "<author>a@a.example (А. Сейтов)</author><author>Б. Юсупова</author>",
      { author: "А. Сейтов, Б. Юсупова" },
    ],
    [
      "the quotation marks of windows-1252 among letters of Unicode",
      "<title>\u0093Вода\u0094</title>",
      { title: "“Вода”" },
    ],
    ["empty elements, left out", "<title></title><author> </author><pubDate/><link/>", {}],
    ["a date nobody can read, left out", "<title>Вода</title><pubDate>вчера</pubDate>", { title: "Вода" }],
    ["a date in Russian", "<pubDate>10 февраля 2026, 12:00</pubDate>", { published: "2026-02-10T07:00:00.000Z" }],
    ["a date without a zone", "<pubDate>2026-02-10 12:00</pubDate>", { published: "2026-02-10T07:00:00.000Z" }],
  ])("%s", async (_, item, entry) => {
    expect(await shortEntriesOf(rss(`<item>${item}</item>`))).toEqual([entry]);
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

describe("Base64 in Atom", () => {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  test.each<[what: string, content: string, plain: string | undefined]>([
    ["by mode", `<content mode="base64" type="text/html">\n${base64("<p>Вода</p>")}\n</content>`, "Вода"],
    ["by type", `<content type="application/octet-stream">${base64("Вода")}</content>`, "Вода"],
    ["a picture", '<content type="image/png">iVBORw0KGgoAAAANSUhEUgAA/+==</content>', undefined],
    ["a text under a wrong type", '<content type="application/x-news">Вода</content>', "Вода"],
    ["a drawing in XML", '<content type="image/svg+xml"><svg><title>Вода</title></svg></content>', undefined],
  ])("%s", async (_, content, plain) => {
    const [entry] = await entriesOf(atom(`<entry>${content}</entry>`));
    expect(entry?.content).toBe(plain);
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

  test.each<[what: string, item: string, link: string | undefined]>([
    [
      "as it is written",
      "<link> https://A.example/1?utm_source=rss#top </link>",
      "https://A.example/1?utm_source=rss#top",
    ],
    ["absolute", "<link>1.html?utm_source=rss</link>", "https://steppe-post.example/ru/1.html?utm_source=rss"],
    [
      "though FeedBurner replaced it",
      "<link>https://b.example/1</link><feedburner:origLink>https://a.example/1</feedburner:origLink>",
      "https://b.example/1",
    ],
    [
      "of the page rather than its data",
      '<atom:link href="/1.json" type="application/json"/><atom:link href="/1" type="text/html"/>',
      "https://steppe-post.example/1",
    ],
    [
      "as text where Atom wants an attribute",
      '<link rel="enclosure">https://a.example/1.mp3</link><link rel="alternate">https://a.example/1</link>',
      "https://a.example/1",
    ],
    ["escaped once too often", "<link>/1?a=1&amp;amp;b=2</link>", "https://steppe-post.example/1?a=1&b=2"],
    ["and none that is broken", "<link>//</link>", undefined],
    ["and none that is only a name", "<id>tag:a.example,2026:1</id>", undefined],
  ])("the link is kept %s", async (_, item, link) => {
    const [entry] = await entriesOf(rss(`<item><title>x</title>${item}</item>`));
    expect(entry?.link).toBe(link);
  });

  test("without a link, rdf:about is an address, but no link", async () => {
    const item = '<item rdf:about="https://a.example/1"><title>x</title></item>';
    expect(await entriesOf(rss(item))).toEqual([
      { guid: "https://a.example/1", url: "https://a.example/1", title: "x" },
    ]);
  });

  test.each<[what: string, head: string, link: string]>([
    [
      "the feed's own address",
      '<link>https://a.example/</link><atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="https://a.example/ru/rss"/>',
      "https://a.example/ru/1",
    ],
    [
      "its site's",
      "<atom:link rel='hub' href='https://hub.example/'/><link>https://a.example/</link>",
      "https://a.example/1",
    ],
    ["none, and stays as it is", "", "1"],
  ])("in a file, a relative link counts from %s", async (_, head, link) => {
    const document = rss(`${head}<item><link>1</link></item>`);
    const result = await parseFeed(new TextEncoder().encode(document), { url: "file:///feeds/a.xml", timeZone: "UTC" });
    expect(result.ok && result.feed.entries[0]?.link).toBe(link);
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
    expect(await shortEntriesOf(document)).toEqual([{ title: "Вода", url: "https://steppe-post.example/1" }]);
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
    [
      "JSON",
      '{"version":"https://jsonfeed.org/version/1"}',
      "not-a-feed",
      `neither RSS, Atom, RDF, JSON Feed nor a news site map at ${URL}`,
    ],
    [
      "a site map",
      "<urlset><url><loc>x</loc></url></urlset>",
      "not-a-feed",
      `neither RSS, Atom, RDF, JSON Feed nor a news site map at ${URL}`,
    ],
    ["words", "404", "not-a-feed", `neither RSS, Atom, RDF, JSON Feed nor a news site map at ${URL}`],
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

  test.each<[what: string, html: string, advertised: readonly string[]]>([
    [
      "links to feeds, where it advertises none",
      '<a href="/news">x</a><a href="/ru/rss.xml?a=1">RSS</a><a href="/feed/">x</a><a href="/rss.xml">x</a>',
      [
        "https://steppe-post.example/ru/rss.xml?a=1",
        "https://steppe-post.example/feed/",
        "https://steppe-post.example/rss.xml",
      ],
    ],
    [
      "a base of its own",
      '<base href="https://b.example/kk/"><link rel="alternate" type="application/feed+json" href="feed.json">',
      ["https://b.example/kk/feed.json"],
    ],
    ["addresses that are none", '<link rel="alternate" type="application/rss+xml" href="javascript:x()">', []],
    [
      "one feed twice",
      '<link rel="alternate" type="application/rss+xml" href="/a"><link rel="feed" href="/a">',
      ["https://steppe-post.example/a"],
    ],
  ])("a web page with %s", async (_, html, advertised) => {
    expect(await parse(`<!doctype html>${html}`)).toMatchObject({ ok: false, reason: "html", advertised });
  });
});
