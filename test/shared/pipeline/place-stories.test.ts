import { describe, expect, test } from "vitest";
import { packedSketchOf } from "../../../shared/pipeline/sketch-article.ts";
import { addDays } from "../../../shared/time.ts";
import { aSiteInMemory } from "../../support/a-site.ts";
import { aMatch, anArticle } from "../../support/an-edition.ts";

const FIRST = "2026-02-10";
const BRIDGE = `Мост через Амударью у Тахиаташа длиной 412 метров откроют в мае. Его строили четыре года, сообщил инженер Рустам
Нурыев. Проезд будет бесплатным, а ночью пойдут и грузовики.`;

/** An article of an outlet with this text, found to be on water. */
function printed(id: string, source: string) {
  const article = anArticle({ id, source, title: "Мост у Тахиаташа откроют в мае", language: "ru", text: BRIDGE });
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
  test("a text in two outlets is one story with one independent source, and goes on under its name", async () => {
    const site = aSiteInMemory();
    await site.find(FIRST, {
      matches: [printed("00000000aaaaaaaa", "steppe-post"), printed("00000000bbbbbbbb", "vodiy")],
    });
    await site.find(addDays(FIRST, 1), { matches: [printed("00000000cccccccc", "vodiy")] });
    await site.find(addDays(FIRST, 4), { matches: [printed("00000000dddddddd", "vodiy")] });
    const story = "20260210aaaaaaaa";
    expect(await storiesOn(site, FIRST)).toEqual([{ id: story, sources: 1, reprints: 1 }]);
    expect(await storiesOn(site, addDays(FIRST, 1))).toEqual([{ id: story, sources: 1, reprints: 0 }]);
    expect(await storiesOn(site, addDays(FIRST, 4))).toEqual([{ id: story, sources: 1, reprints: 0 }]);
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
});
