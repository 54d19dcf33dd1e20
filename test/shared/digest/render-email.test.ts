import { describe, expect, test } from "vitest";
import type { EditionInput } from "../../../shared/digest/edition.ts";
import type { PublishedAt } from "../../../shared/digest/published-at.ts";
import { renderEmail } from "../../../shared/digest/render-email.ts";
import { DIGEST_LANGUAGES, type DigestLanguage } from "../../../shared/model.ts";
import { aMatch, anArticle, anEdition, aSource, aTally, aWatchlist, DAY } from "../../support/an-edition.ts";

const SITE: PublishedAt = {
  title: { ru: "Мизан", en: "Mizan" },
  languages: ["ru", "en", "kk", "uz"],
  address: "https://d1.cloudfront.net/",
};
const NOTHING = { matches: [], items: [], polls: [], problems: [] };
const SCRIPT = "</title></style><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";

const letter = (changed: Partial<EditionInput> = {}, site = SITE) => renderEmail(anEdition(changed), site, "en");
/** What a reader sees of the HTML. */
const seen = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/su, "")
    .replace(/<[^>]+>/gu, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/gu, " ");

/** Articles for and against one position by turns, each with a sentence of its own, of so many words. */
function aCrowd(count: number, words = 8) {
  return Array.from({ length: count }, (_, i) => {
    const title = `Заголовок ${i} ${"вода ".repeat(words)}`;
    const article = anArticle({ id: `${i}`.padStart(16, "0"), title });
    return aMatch({ article, position: { id: "p4", relation: i % 2 ? "for" : "against", quote: title } });
  });
}

describe("the subject", () => {
  test.each([
    [1, "Mizan, 10 February 2026: 8 for, 4 against"],
    [2, "Mizan, 10 February 2026 (corrected): 8 for, 4 against"],
  ])("of revision %i", (revision, subject) => {
    expect(letter({ revision }).subject).toBe(subject);
  });

  test("is one line, whatever the title: a line end would begin another header", () => {
    const title = { ru: "", en: "Mizan\r\nBcc: everyone@example.org\u0000" };
    expect(letter({}, { ...SITE, title }).subject).toMatch(/^Mizan Bcc: everyone@example\.org, 10 February 2026: /u);
  });
});

/** The page in each language, and what the letter says of a correction and of the coverage. */
const TOLD: Readonly<Record<DigestLanguage, readonly string[]>> = {
  ru: ["index.html", "Исправленный выпуск, редакция 2", "Всего 75: По теме 15 · ", "Не услышаны: Merw habarlary"],
  en: ["index.en.html", "Corrected edition, revision 2", "Total 75: On theme 15 · ", "Not heard from: Merw habarlary"],
  kk: ["index.kk.html", "Түзетілген шығарылым, 2-нұсқа", "Барлығы 75: ", "Естілмеді: Merw habarlary"],
  uz: ["index.uz.html", "Tuzatilgan son, 2-tahrir", "Jami 75: ", "Eshitilmadi: Merw habarlary"],
};

describe.each(DIGEST_LANGUAGES)("both forms (%s)", (language) => {
  const edition = anEdition({ revision: 2 });
  const { text, html } = renderEmail(edition, SITE, language);

  test("quote sentences word for word, with outlet and address, for each position that is spoken to", () => {
    const positions = edition.dossiers.flatMap((dossier) => dossier.positions);
    const lines = positions.flatMap(({ evidence }) => evidence.filter(({ relation }) => relation !== "mentions"));
    expect(lines.length).toBeGreaterThan(8);
    for (const { quote, articles } of lines) {
      for (const form of [text, seen(html)]) expect(form).toContain(quote);
      for (const { url, outlet } of articles) {
        expect(text).toContain(`${outlet.name}, `);
        expect(text).toContain(url);
        expect(html).toContain(`<a href="${url}" style="color:#1d1b18;text-decoration:underline">${outlet.name}</a>`);
      }
    }
  });

  test("say that it is a correction, lead to the page in their own language, and tell the coverage in two lines", () => {
    const [page, ...told] = TOLD[language];
    for (const form of [text, html]) expect(form).toContain(`https://d1.cloudfront.net/${DAY}/${page}`);
    for (const form of [text, seen(html)]) {
      const plain = form.replaceAll("\u00a0", " ");
      for (const part of [...told, "Asia/Tashkent"]) expect(plain).toContain(part);
    }
  });
});

describe("the HTML", () => {
  test("is whole, fetches nothing and does nothing, and has its looks in its elements", () => {
    const { html } = letter();
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">.*<\/html>\n$/su);
    expect(html).not.toMatch(/<(script|link|img|iframe|object|form|base|svg|video)|@import|url\(|src=| on\w+=/iu);
    expect(html).not.toMatch(/<(?:p|td|h1|h2|h3|a)(?![^>]* style=")(?![^>]* align="center")[ >]/u);
  });

  test("of a usual day is a fraction of what Gmail shows of a letter", () => {
    expect(Buffer.byteLength(letter().html)).toBeLessThan(25_000);
  });

  test.each([
    [4_000, 398],
    [8_000, 400],
  ])("is never more than that: of 400 sentences of %i words it leaves %i to the page", (words, more) => {
    const { html, text } = letter({ matches: aCrowd(400, words) });
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(seen(html)).toContain(`${more} more quotations`);
    expect(text).toContain(`${more}\u00a0more quotations`);
  });

  test.each(DIGEST_LANGUAGES)("of 1,000 matches, half of them reprints, leaves most to the page: %s", (language) => {
    const positions = anEdition().dossiers.flatMap((dossier) => dossier.positions.map(({ id }) => id));
    const matches = Array.from({ length: 1_000 }, (_, i) => {
      // Every second article prints the one before again.
      const title = `Заголовок ${i - (i % 2)} ${"вода и граница ".repeat(8)}`;
      const article = anArticle({ id: `${i}`.padStart(16, "0"), source: `outlet-${i}`, title });
      const id = positions[Math.floor(i / 2) % positions.length] ?? "";
      return aMatch({ article, position: { id, relation: i % 4 < 2 ? "for" : "against", quote: title } });
    });
    const { html, text } = renderEmail(anEdition({ matches }), SITE, language);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(html.match(/#position-[^"]+"/gu)).toHaveLength(positions.length);
    expect(html.match(/border-left:3px/gu)?.length).toBeGreaterThan(2 * positions.length);
    expect(Buffer.byteLength(text)).toBeLessThan(100_000);
  });

  test("names six outlets of a sentence, six that were not heard from, and counts the others", () => {
    const title = "Заголовок, который перепечатали все";
    const matches = Array.from({ length: 400 }, (_, i) =>
      aMatch({
        article: anArticle({ id: `${i}`.padStart(16, "0"), source: `outlet-${i}`, title }),
        position: { id: "p4", quote: title },
      }),
    );
    const sources = Array.from({ length: 300 }, (_, i) => aSource({ id: `outlet-${i}`, name: `Outlet ${i}` }));
    const { html, text } = letter({ ...NOTHING, matches, watchlist: aWatchlist({ sources }) });
    expect(html.match(/steppe-post\.example/gu)).toHaveLength(6);
    expect(seen(html)).toMatch(/; also (?:Outlet \d+ , ){4}Outlet \d+ and 394 more/u);
    expect(seen(html)).toMatch(/Not heard from: (?:Outlet \d+ \([^)]+\), ){5}Outlet \d+ \([^)]+\) and 294 more\./u);
    expect(text).toContain("and 394 more");
    expect(text.match(/steppe-post\.example/gu)).toHaveLength(6);
  });

  test("of more claims than fit counts the last ones, and is the way to them", () => {
    const [one] = anEdition().dossiers;
    if (one === undefined) throw new Error("the edition has no dossier");
    const dossiers = Array.from({ length: 60 }, (_, i) => ({ ...one, id: `d${i}` }));
    const { html, text } = renderEmail({ ...anEdition(), dossiers }, SITE, "en");
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(html).toMatch(
      /<a href="https:\/\/d1\.cloudfront\.net\/2026-02-10\/index\.en\.html"[^>]*>and \d+ more<\/a>/u,
    );
    expect(text).toMatch(/^and \d+ more$/mu);
  });

  test("three of a side are quoted, the others are counted and one tap away", () => {
    const { html } = letter({ matches: aCrowd(20) });
    expect(html.match(/border-left:3px solid/gu)).toHaveLength(3);
    expect(html.match(/border-left:3px dashed/gu)).toHaveLength(3);
    expect(html).toMatch(
      /<a href="https:\/\/d1\.cloudfront\.net\/2026-02-10\/index\.en\.html#position-p4"[^>]*>14\u00a0more/u,
    );
    expect(letter({ matches: aCrowd(20) }, { ...SITE, address: undefined }).html).not.toContain("#position-");
  });
});

test("text from outside stays text in both forms, wherever it comes in", () => {
  const article = anArticle({
    title: `A title ${SCRIPT}`,
    text: `"><svg onload="document.title='owned'"> A sentence ${SCRIPT}\r\n\r\nSubject: another`,
    url: "javascript:document.title='owned'",
  });
  const watchlist = aWatchlist({ sources: [aSource({ name: `Outlet ${SCRIPT}\r\n* p1` })] });
  const matches = [aMatch({ article, position: { id: "p4", quote: article.text, speaker: `${SCRIPT}\n> x` } })];
  const title = { ru: SCRIPT, en: SCRIPT };
  const { html, text } = letter({ ...NOTHING, watchlist, matches }, { ...SITE, title });
  expect(html).not.toMatch(/<(script|img|svg)|href="(?!https:)/iu);
  expect(html.match(/<\/(?:title|style)>/gu)).toEqual(["</title>", "</style>"]);
  expect(seen(html)).toContain(`A sentence ${SCRIPT} Subject: another`);
  expect(text).not.toMatch(/\r|^\s*(\* p1|> x|Subject:)/mu);
  expect(text).not.toContain("javascript:");
});

test("an empty day is a letter too", () => {
  const { subject, text, html } = letter(NOTHING);
  expect(subject).toBe("Mizan, 10 February 2026: 0 for, 0 against");
  for (const form of [text, seen(html)]) {
    expect(form).toContain("No article today spoke to any of the claims.");
    expect(form).toContain("7\u00a0claims nobody spoke to today".replace("\u00a0", form === text ? "\u00a0" : " "));
  }
});

test("where every outlet was heard from, that is said", () => {
  const { text } = letter({ ...NOTHING, watchlist: aWatchlist({ sources: [aSource()] }), polls: [aTally()] });
  expect(text).toContain("1\u00a0outlet was heard from: all that we watch.");
});

test("the same edition gives the same bytes", () => {
  expect(letter()).toEqual(letter());
});

describe("where a story comes from", () => {
  const [first, ...others] = aCrowd(3).map((match) => ({ ...match, credited: "TASS" }));
  const reprinted = (all: readonly { readonly id: string }[]) =>
    new Map(all.map(({ id }, i) => [id, i === 0 ? { story: "s" } : { story: "s", reprintOf: all[0]?.id ?? "" }]));

  test("is a line of both forms", () => {
    const { text, html } = letter({
      matches: [first, ...others].filter((match) => match !== undefined),
      placeArticles: reprinted,
    });
    const line =
      /Заголовок 0 .*: 1\u00a0independent outlet, 2\u00a0reprints\. First source: TASS \(credited in the text\)/u;
    expect(text).toMatch(line);
    expect(html).toMatch(line);
  });

  test("and so is what its outlet corrected afterwards", () => {
    if (first === undefined) throw new Error("no first article");
    const corrected = {
      ...first,
      article: { ...first.article, id: `${first.article.id}~2`, title: "Не вода", revision: 2, day: "2026-02-11" },
      corrects: { id: first.article.id, day: DAY },
    };
    const { text, html } = letter({ matches: [first], later: [corrected], revision: 2 });
    const line = /Steppe Post, 11 February: Заголовок 0 .* → Не вода/u;
    expect(text).toMatch(line);
    expect(html).toMatch(line);
  });
});
