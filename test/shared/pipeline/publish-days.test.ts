import { describe, expect, test } from "vitest";
import type { Match } from "../../../shared/model.ts";
import { publishDays } from "../../../shared/pipeline/publish-days.ts";
import { addDays } from "../../../shared/time.ts";
import { aSiteInMemory } from "../../support/a-site.ts";
import { aMatch, anArticle, anItem, aWatchlist } from "../../support/an-edition.ts";
import { memoryObjects } from "../../support/memory-objects.ts";

const FIRST = "2026-02-10";

/** One article that is corrected so many days after it was found. */
async function aCorrectedArticle(daysLater: number) {
  const { store } = aSiteInMemory();
  const objects = memoryObjects(() => undefined);
  const day = addDays(FIRST, daysLater);
  const was = aMatch({ article: anArticle({ id: "a", title: "No queue", day: FIRST }), position: { id: "p4" } });
  const is: Match = {
    ...aMatch({
      article: anArticle({ id: "a~2", title: "A queue", revision: 2, day }),
      position: { id: "p4", relation: "against" },
    }),
    corrects: { id: "a", day: FIRST },
  };
  for (const match of [was, is]) {
    await store.rememberItem(
      anItem({ ...match.article, firstSeen: `${match.article.day}T06:00:00.000Z`, state: "matched" }),
    );
    await store.saveMatch(match);
  }
  return {
    page: (key: string) => String(objects.bodies.get(key) ?? ""),
    /** As seen on the morning after `today`, or during it. */
    publish: async (today: string, lasts = false) => {
      const log = { info: () => undefined, warn: () => undefined };
      const clock = () => (lasts ? `${today}T12:00:00.000Z` : `${addDays(today, 1)}T02:00:00.000Z`);
      const results = await publishDays({ clock, store, site: objects, watchlist: aWatchlist(), log }, [today]);
      return results.map(({ edition, isNew }) => `${edition.date} ${edition.revision}${isNew ? "" : " as it was"}`);
    },
    close: () => store.close(),
  };
}

describe("a correction on a later day", () => {
  test("gives the day of its article a second revision once its own day is finished, and no third", async () => {
    const site = await aCorrectedArticle(1);
    const second = addDays(FIRST, 1);
    expect(await site.publish(FIRST)).toEqual([`${FIRST} 1`]);
    expect(await site.publish(second, true)).toEqual([`${second} 0`]);
    expect(await site.publish(second)).toEqual([`${second} 1`, `${FIRST} 2`]);
    expect(await site.publish(second)).toEqual([`${second} 1 as it was`, `${FIRST} 2 as it was`]);
    expect(await site.publish(FIRST)).toEqual([`${FIRST} 2 as it was`]);
    expect(site.page(`${FIRST}/index.en.html`)).toContain(">No queue</del>");
    expect(site.page(`${FIRST}/revision-1-index.en.html`)).not.toContain("<del");
    expect(site.page(`position/p4.en.html`)).toContain("corrected by the outlet on 11 February");
    site.close();
  });

  test.each([
    ["seven", 7, true],
    ["no more than seven", 8, false],
  ])("is noted for %s days", async (_, daysLater, isNoted) => {
    const site = await aCorrectedArticle(daysLater);
    const later = addDays(FIRST, daysLater);
    await site.publish(FIRST);
    expect(await site.publish(later)).toEqual([`${later} 1`, ...(isNoted ? [`${FIRST} 2`] : [])]);
    site.close();
  });
});
