import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EditionInput } from "../../../shared/digest/edition.ts";
import { MESSAGE_MARKS } from "../../../shared/digest/message-marks.ts";
import type { PublishedAt } from "../../../shared/digest/published-at.ts";
import { renderMessage, renderMessageText } from "../../../shared/digest/render-message.ts";
import type { Webhook } from "../../../shared/model.ts";
import { aMatch, anArticle, anEdition, aSource, aWatchlist, DAY } from "../../support/an-edition.ts";

const SITE: PublishedAt = {
  title: { ru: "Мизан", en: "Mizan" },
  languages: ["ru", "en"],
  address: "https://d1.cloudfront.net/",
};
const SLACK: Webhook = { format: "slack", language: "en" };
const TELEGRAM: Webhook = { format: "telegram", chat: "-1001234567890", language: "en" };
const BOTH = [SLACK, TELEGRAM];
const NOTHING = { matches: [], items: [], polls: [], problems: [] };

const message = (webhook: Webhook, changed: Partial<EditionInput> = {}, site = SITE) =>
  renderMessageText(anEdition(changed), site, webhook);

describe.each(BOTH)("a message ($format)", (webhook) => {
  test("tells the day, its counts, what is strongest on either side, and the way to the page", () => {
    const text = message(webhook);
    const strong = (words: string) => (webhook.format === "slack" ? `*${words}*` : `<b>${words}</b>`);
    const [head, figures] = text.split("\n");
    expect(head).toBe(strong("Mizan, 10 February 2026"));
    expect(figures).toBe("75 items seen · 15 on our themes · 8 for the claims · 4 against");
    expect(text.indexOf(strong("Strongest for"))).toBeGreaterThan(0);
    expect(text.indexOf(strong("Strongest against"))).toBeGreaterThan(text.indexOf(strong("Strongest for")));
    expect(text.split("\n").at(-1)).toContain(`https://d1.cloudfront.net/${DAY}/index.en.html`);
    expect(message({ ...webhook, language: "ru" })).toContain(`https://d1.cloudfront.net/${DAY}/index.html`);
    expect(message(webhook, {}, { ...SITE, address: undefined })).not.toContain("cloudfront");
  });

  test("quotes the surest sentence of three positions a side, the surest first", () => {
    const sure = { p1: 0.6, p2: 0.9, p4: 0.7, p5: 0.8 };
    const matches = Object.entries(sure).map(([id, confidence]) => {
      const article = anArticle({ id: id.padStart(16, "0"), title: `Sentence on ${id}` });
      return aMatch({ article, position: { id, confidence } });
    });
    expect(message(webhook, { matches }).match(/Sentence on p\d/gu)).toEqual(
      ["p2", "p5", "p4"].map((id) => `Sentence on ${id}`),
    );
  });

  test("quotes word for word, with claim and outlet", () => {
    const quotes = message(webhook)
      .split("\n")
      .filter((line) => /^(?:>|<blockquote>)/u.test(line));
    expect(quotes).toHaveLength(6);
    const claims = anEdition().dossiers.flatMap(({ positions }) => positions);
    for (const quote of quotes) {
      const verbatim = quote.replace(/^(?:>|<blockquote>)|<\/blockquote>$/gu, "");
      const claim = claims.find(({ evidence }) => evidence.some((line) => line.quote === verbatim));
      expect(claim, verbatim).toBeDefined();
      expect(message(webhook)).toContain(`${claim?.statement.en.replace(" — ", "\u00a0— ")}\n${quote}\n`);
    }
  });

  test("says that it is a correction, and that nothing was found", () => {
    expect(message(webhook, { revision: 2 })).toContain("Corrected edition, revision 2");
    expect(message(webhook)).not.toContain("Corrected");
    expect(message(webhook, NOTHING)).toContain("No article today spoke to any of the claims.");
  });

  test("fits its service whatever the press writes", () => {
    const matches = ["p1", "p2", "p4", "p5", "p6"].flatMap((id) =>
      (["for", "against"] as const).map((relation) => {
        const title = `${relation} ${id} ${"&<>'\" ".repeat(2_000)}`;
        const url = `https://steppe-post.example/${"a&".repeat(1_900)}`;
        const article = anArticle({ id: `${relation}${id}`.padStart(16, "0"), title, url });
        return aMatch({ article, position: { id, relation, quote: title } });
      }),
    );
    const text = message(webhook, { matches });
    expect(text.length).toBeLessThanOrEqual(webhook.format === "slack" ? 4_000 : 4_096);
    expect(text).toContain("Strongest for");
    expect(text).toContain("…");
    expect(text.split("\n").at(-1)).toContain("https://d1.cloudfront.net/");
  });
});

test("the body is what each service takes, without previews of every link", () => {
  const edition = anEdition();
  expect(renderMessage(edition, SITE, SLACK)).toEqual({
    text: message(SLACK),
    unfurl_links: false,
    unfurl_media: false,
  });
  expect(renderMessage(edition, SITE, TELEGRAM)).toEqual({
    chat_id: "-1001234567890",
    text: message(TELEGRAM),
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
  });
});

test("text from outside can neither mark up, nor link, nor call anyone", () => {
  const attack = "<!channel> <@U1> *b* _i_ ~s~ `c` :skull: @analyst_name </blockquote><a href=x>\n>q\r\n&amp;";
  const article = anArticle({ title: attack, url: 'https://a.example/?q="><b>|x' });
  const watchlist = aWatchlist({ sources: [aSource({ name: `Outlet ${attack}` })] });
  const matches = [aMatch({ article, position: { id: "p4", quote: attack } })];
  const lines = (webhook: Webhook) =>
    message(webhook, { ...NOTHING, watchlist, matches })
      .split("\n")
      .slice(5, 7);
  const slack =
    "&lt;!channel&gt; &lt;@U1&gt; ∗b∗ ˍiˍ ∼s∼ ˋcˋ ∶skull: @analystˍname &lt;/blockquote&gt;&lt;a href=x&gt; &gt;q &amp;amp;";
  expect(lines(SLACK)).toEqual([
    `>${slack}`,
    "<https://a.example/?q=%22%3E%3Cb%3E%7Cx|Outlet &lt;!channel&gt; &lt;@U1&gt; ∗b∗ ˍiˍ ∼s∼ ˋcˋ ∶skull:…>",
  ]);
  const telegram =
    "&lt;!channel&gt; &lt;@\u2060U1&gt; *b* _i_ ~s~ `c` :skull: @\u2060analyst_name &lt;/blockquote&gt;&lt;a href=x&gt; &gt;q &amp;amp;";
  expect(lines(TELEGRAM)).toEqual([
    `<blockquote>${telegram}</blockquote>`,
    '<a href="https://a.example/?q=%22%3E%3Cb%3E|x">Outlet &lt;!channel&gt; &lt;@\u2060U1&gt; *b* _i_ ~s~ `c` :skull:…</a>',
  ]);
});

describe("whatever the text, it stays text", () => {
  const anything = fc.string({ unit: "binary" });

  test("in Slack's mrkdwn", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const marked = MESSAGE_MARKS.slack.text(text);
        expect(marked).not.toMatch(/[<>*_`~\n\r\u2028]|&(?!(?:amp|lt|gt);)|:[\w'+-]+:/u);
        expect(MESSAGE_MARKS.slack.link("https://a.example/", text)).toMatch(/^<https:\/\/a\.example\/\|[^<>]*>$/u);
      }),
    );
  });

  test("in Telegram's HTML, which knows four entities by name", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const marked = MESSAGE_MARKS.telegram.text(text);
        expect(marked).not.toMatch(/[<>"\n\r\u2028]|&(?!(?:amp|lt|gt|quot|#39);)|@\w/u);
        expect(MESSAGE_MARKS.telegram.quote(text).match(/<[^>]*>/gu)).toEqual(["<blockquote>", "</blockquote>"]);
      }),
    );
  });

  test.each(["javascript:alert(1)", "tg://user?id=1", "", `https://a.example/${"a".repeat(500)}`])(
    "an address that is none, or too long to show, is no link: %s",
    (address) => {
      for (const { link } of Object.values(MESSAGE_MARKS)) expect(link(address, "Outlet")).toBe("Outlet");
    },
  );
});
