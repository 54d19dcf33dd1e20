import { expect, test } from "vitest";
import type { Article } from "../../../shared/model.ts";
import { LONGEST_LINE, LONGEST_TEXT } from "../../../shared/pipeline/bounds.ts";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { aMatch, anArticle } from "../../support/an-edition.ts";

/** Every field that may be absent, present. */
const WHOLE: Article = anArticle({
  title: "Су туралы: «бес ел» келісті 🌊",
  text: 'Бірінші абзац.\n\nO‘zbekiston — Ўзбекистон, "тырнақша" мен \\.',
  language: "kk",
  author: "Ә. Ғалымұлы",
  textFrom: "feed",
  pageProblem: "403 from https://steppe-post.example/water/canal",
});

function undated(): Article {
  const { published: _, ...rest } = anArticle();
  return { ...rest, dateProblem: "future" };
}

export function articlePromises(store: () => Store): void {
  test("an address belongs to who claimed it first", async () => {
    const address = "https://пример.example/су?п=1#🌊";
    expect(await store().claimAddress(address, "a")).toBe("a");
    expect(await store().claimAddress(address, "b")).toBe("a");
    expect(await store().claimAddress(address, "a")).toBe("a");
    expect(await store().claimAddress(`${address}/`, "b")).toBe("b");
  });

  test("of many who claim an address at once all are told the same holder", async () => {
    const address = `https://a.example/${"ж".repeat(3_000)}`;
    const holders = await Promise.all(Array.from({ length: 20 }, (_, i) => store().claimAddress(address, `${i}`)));
    expect(new Set(holders).size).toBe(1);
    expect(await store().claimAddress(address, "later")).toBe(holders[0]);
  });

  test.each([
    ["as usual", anArticle()],
    ["with all it can have", WHOLE],
    ["without a date", undated()],
    ["as large as any", { ...WHOLE, title: "ლ".repeat(LONGEST_LINE), text: "ლ".repeat(LONGEST_TEXT) }],
  ])("an article comes back as it was saved: %s", async (_, article) => {
    await store().saveArticle(article);
    expect(await store().article(article.id)).toStrictEqual(article);
  });

  test("an article saved again is replaced, and one never saved is not there", async () => {
    await store().saveArticle(WHOLE);
    await store().saveArticle(anArticle());
    expect(await store().article(WHOLE.id)).toStrictEqual(anArticle());
    expect(await store().article("unknown")).toBeUndefined();
  });

  test("a day's matches come by article, as they were saved last, and other days' do not", async () => {
    const quote = WHOLE.text.slice(16);
    const whole = aMatch({
      article: { ...WHOLE, id: "b~2" },
      position: { id: "p4", relation: "against", quote, confidence: 0.1 + 0.2, speaker: "Ә. Ғалымұлы" },
      theme: { id: "water", confidence: 1e-7 },
    });
    const plain = {
      ...aMatch({ article: anArticle({ id: "b" }), theme: { id: "water" } }),
      sketch: "AQAAAA==",
      credited: "ҚазАқпарат",
      corrects: { id: "b~1", day: "2026-02-09" },
    };
    const bare = aMatch({ article: anArticle({ id: "a" }) });
    await store().saveMatch(whole);
    await store().saveMatch(aMatch({ article: anArticle({ id: "b" }), position: { id: "p1" } }));
    await store().saveMatch(bare);
    await store().saveMatch(aMatch({ article: anArticle({ id: "c", day: "2026-02-11" }) }));
    await store().saveMatch(plain);
    expect(await store().matchesOfDay(WHOLE.day)).toStrictEqual([bare, plain, whole]);
    expect(await store().matchesOfDay("2026-02-12")).toEqual([]);
  });

  test("a day's matches come whole, however many megabytes they are", async () => {
    const matches = Array.from({ length: 24 }, (_, i) => {
      const quote = `${i} ${"ж".repeat(40_000)}`;
      const article = anArticle({ id: `${i}`.padStart(4, "0"), text: quote });
      return aMatch({ article, position: { id: "p4", quote } });
    });
    await Promise.all(matches.map((match) => store().saveMatch(match)));
    const found = await store().matchesOfDay(anArticle().day);
    expect(JSON.stringify(found)).toBe(JSON.stringify(matches));
  });
}
