import { load } from "cheerio";
import type { Element } from "domhandler";
import { beforeAll, describe, expect, test } from "vitest";
import type { PublishedAt } from "../../shared/digest/published-at.ts";
import { renderEmail } from "../../shared/digest/render-email.ts";
import { renderMessageText } from "../../shared/digest/render-message.ts";
import type { Webhook } from "../../shared/model.ts";
import { type HostileDay, PAYLOADS, publishHostileDay } from "../support/a-hostile-outlet.ts";
import { aMatch, anArticle, anEdition } from "../support/an-edition.ts";
import { textOf } from "../support/page-text.ts";

const SITE: PublishedAt = {
  title: { ru: "Мизан", en: "Mizan" },
  languages: ["ru", "en"],
  address: "https://d1.cloudfront.net/",
};

const NOTHING = { matches: [], items: [], polls: [], problems: [] };

let day: HostileDay;
beforeAll(async () => {
  day = await publishHostileDay();
});

const page = (key: string) => textOf(day.pages.find((one) => one.key === key));
/** Names of all elements, and where the links among them lead. */
function elementsOf(markup: string, xml: boolean) {
  const $ = load(markup, { xml });
  const all = $<Element, string>("*").toArray();
  return {
    names: [...new Set(all.map(({ name }) => name))].toSorted(),
    handlers: all.flatMap(({ attribs }) => Object.keys(attribs).filter((name) => name.startsWith("on"))),
    protocols: [...new Set(all.flatMap(({ attribs: { href, src } }) => href ?? src ?? []).map(protocolOf))].toSorted(),
    text: $.root().text(),
  };
}
const protocolOf = (address: string) => URL.parse(address)?.protocol ?? "relative";

test("of the outlet, only its feed, its robots.txt and its pages are asked for: nothing that they refer to", () => {
  const articles = day.asked.filter((address) => /^http:\/\/steppe-post\.example\/news\/\d+\?q=/u.test(address));
  expect(articles).toHaveLength(Object.keys(PAYLOADS).length);
  const others = day.asked.filter((address) => !articles.includes(address)).toSorted();
  expect(others).toEqual([
    "http://steppe-post.example/robots.txt",
    "http://steppe-post.example/rss.xml",
    "http://vodiy.example/robots.txt",
    "http://vodiy.example/rss.xml",
  ]);
});

test("digest.json is the edition, and nothing in it ends a string", () => {
  expect(JSON.parse(page("2026-02-10/digest.json"))).toEqual(day.edition);
  expect(page("2026-02-10/digest.json")).toContain("owned()");
});

test("Atom has its own elements only, and links to the web", () => {
  const { names, handlers, protocols, text } = elementsOf(page("feed.en.xml"), true);
  const own =
    "author category content entry feed generator icon id link name p published subtitle summary title updated";
  expect(names.filter((name) => !own.split(" ").includes(name))).toEqual([]);
  expect(handlers).toEqual([]);
  expect(protocols.filter((protocol) => !["http:", "https:", "relative"].includes(protocol))).toEqual([]);
  expect(text.length).toBeGreaterThan(100);
});

test("Markdown has no markup of the outlet's: each sign of it is escaped, each link leads to the web", () => {
  const markdown = page("2026-02-10/digest.en.md");
  expect(markdown).toContain("\\<script\\>owned\\(\\)");
  const inert = markdown.replace(/\\[\s\S]/gu, "").replace(/\]\(<https?:\/\/[^<>\s]*>\)/gu, "]");
  expect(inert).not.toMatch(/[<`]|\]\(|javascript:|!\[/u);
});

describe("a letter", () => {
  test.each(["ru", "en"] as const)("has its own elements only, and links to the web: %s", (language) => {
    const { html, text } = renderEmail(day.edition, SITE, language);
    const { names, handlers, protocols } = elementsOf(html, false);
    for (const name of "script iframe img svg math form input base object embed link details".split(" ")) {
      expect(names).not.toContain(name);
    }
    expect(handlers).toEqual([]);
    expect(protocols).toEqual(["http:", "https:"]);
    expect(html).toContain("&lt;");
    expect(text).not.toContain("javascript:owned");
  });
});

describe("a message, which has room for one quotation", () => {
  const messageOf = (payload: string, webhook: Webhook) => {
    const article = anArticle({ title: `Rivers ${payload}` });
    const match = aMatch({ article, position: { id: "p4", relation: "for", quote: article.title } });
    return renderMessageText(anEdition({ ...NOTHING, matches: [match] }), SITE, webhook);
  };

  test.each(Object.entries(PAYLOADS))("to Slack has links to the web as its only markup: %s", (_name, payload) => {
    const text = messageOf(payload, { format: "slack", language: "en" });
    expect(text).toMatch(/owned/u);
    const own = /<https?:\/\/[^<>|\s]+\|[^<>]*>|^>/gmu;
    expect(text.replace(own, "")).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/u);
  });

  test.each(Object.entries(PAYLOADS))("to Telegram has its own elements only: %s", (_name, payload) => {
    const text = messageOf(payload, { format: "telegram", chat: "-1", language: "en" });
    expect(text).toMatch(/owned/u);
    const own = /<\/?(b|blockquote|a)>|<a href="https?:\/\/[^"<>]*">/gu;
    expect(text.replace(own, "")).not.toMatch(/[<>]/u);
  });
});
