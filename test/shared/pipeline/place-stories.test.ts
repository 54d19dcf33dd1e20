import { describe, expect, test } from "vitest";
import type { Article } from "../../../shared/model.ts";
import { packedSketchOf } from "../../../shared/pipeline/sketch-article.ts";
import { addDays } from "../../../shared/time.ts";
import { aSiteInMemory } from "../../support/a-site.ts";
import { aMatch, anArticle } from "../../support/an-edition.ts";

const FIRST = "2026-02-10";
const BRIDGE = `Мост через Амударью у Тахиаташа длиной 412 метров откроют в мае. Его строили четыре года, сообщил инженер Рустам
Нурыев. Проезд будет бесплатным, а ночью пойдут и грузовики.`;

const RICE = `На рынке в Нукусе подорожал рис, и покупатели ждут поезда с новым урожаем из Хорезма. Торговец Азамат Каипов
продаёт мешок за 640 тысяч сумов, хотя месяц назад просил 510. Весы проверяют по средам, жалоб пока не было.`;

/** An article of an outlet with this text, found to be on water. */
function printed(id: string, source: string, text = BRIDGE, changed: Partial<Article> = {}) {
  const article = anArticle({ id, source, title: text.slice(0, 40), language: "ru", text, ...changed });
  return { ...aMatch({ article, theme: { id: "water" } }), sketch: packedSketchOf(article, []) };
}

const storiesOn = async (site: ReturnType<typeof aSiteInMemory>, date: string) => {
  const { edition } = await site.publish(date);
  return edition.stories.map(({ id, sources, articles }) => ({
    id,
    sources,
    reprints: articles.filter(({ reprintOf }) => reprintOf !== undefined).length,
  }));
};

describe("stories", () => {
  test("a text in two outlets is one story with one independent source, goes on under its name, and stays a reprint", async () => {
    const site = aSiteInMemory();
    await site.find(FIRST, {
      matches: [printed("00000000aaaaaaaa", "steppe-post"), printed("00000000bbbbbbbb", "vodiy")],
    });
    await site.find(addDays(FIRST, 1), { matches: [printed("00000000cccccccc", "vodiy")] });
    await site.find(addDays(FIRST, 4), { matches: [printed("00000000dddddddd", "vodiy")] });
    const story = "20260210aaaaaaaa";
    expect(await storiesOn(site, FIRST)).toEqual([{ id: story, sources: 1, reprints: 1 }]);
    expect(await storiesOn(site, addDays(FIRST, 1))).toEqual([{ id: story, sources: 0, reprints: 1 }]);
    expect(await storiesOn(site, addDays(FIRST, 4))).toEqual([{ id: story, sources: 0, reprints: 1 }]);
    site.store.close();
  });

  test("days that were never published, or matches without a sketch, begin stories of their own", async () => {
    const site = aSiteInMemory();
    await site.find(FIRST, { matches: [printed("00000000aaaaaaaa", "steppe-post")] });
    const { sketch: _, ...old } = printed("00000000eeeeeeee", "steppe-post");
    await site.find(addDays(FIRST, 1), { matches: [printed("00000000cccccccc", "vodiy"), old] });
    const stories = await storiesOn(site, addDays(FIRST, 1));
    expect(stories.map(({ id }) => id).toSorted()).toEqual(["20260211cccccccc", "20260211eeeeeeee"]);
    site.store.close();
  });

  test("a correction stays on its article's story, however it reads now, and takes along whoever follows it there", async () => {
    const second = addDays(FIRST, 1);
    const site = aSiteInMemory();
    await site.find(FIRST, { matches: [printed("00000000aaaaaaaa", "steppe-post")] });
    await site.publish(FIRST);
    const first = "20260210aaaaaaaa";
    const rewritten = printed(`${first}~2`, "steppe-post", RICE, { day: second, revision: 2 });
    await site.store.saveMatch({ ...rewritten, corrects: { id: first, day: FIRST } });
    await site.store.saveMatch(printed("20260211bbbbbbbb", "vodiy", RICE, { day: second }));
    const { edition } = await site.publish(second);
    expect(edition.stories).toMatchObject([
      { id: first, since: FIRST, sources: 1, articles: [{ id: `${first}~2` }, { reprintOf: `${first}~2` }] },
    ]);
    site.store.close();
  });

  test("a correction of a few words is no reprint of what it corrects", async () => {
    const second = addDays(FIRST, 1);
    const site = aSiteInMemory();
    await site.find(FIRST, { matches: [printed("00000000aaaaaaaa", "steppe-post")] });
    await site.publish(FIRST);
    const first = "20260210aaaaaaaa";
    const changed = printed(`${first}~2`, "steppe-post", BRIDGE.replace("мае", "июне"), { day: second, revision: 2 });
    await site.store.saveMatch({ ...changed, corrects: { id: first, day: FIRST } });
    const { edition } = await site.publish(second);
    expect(edition.stories).toMatchObject([{ id: first, sources: 1 }]);
    site.store.close();
  });
});
