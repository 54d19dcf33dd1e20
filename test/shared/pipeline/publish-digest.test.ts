import { describe, expect, test } from "vitest";
import { addDays } from "../../../shared/time.ts";
import { aSiteInMemory } from "../../support/a-site.ts";
import { aSmallWatchlist } from "../../support/a-small-watchlist.ts";
import { aMatch, anArticle } from "../../support/an-edition.ts";

const FIRST = "2026-01-30";
const days = (count: number, first = FIRST) => Array.from({ length: count }, (_, i) => addDays(first, i));
const puts = (calls: readonly string[]) => calls.filter((call) => call.startsWith("put "));

/** One article that speaks for or against p4, or of nothing. */
function said(relation: "for" | "against" | undefined, source = "steppe-post") {
  const article = anArticle({ source });
  return {
    matches: [
      relation === undefined
        ? aMatch({ article, theme: { id: "water" } })
        : aMatch({ article, position: { id: "p4", relation } }),
    ],
  };
}

describe("a finished day enters the site's ledger", () => {
  test("and is found on the pages of its claims, themes and outlets, day after day", async () => {
    const site = aSiteInMemory();
    for (const day of days(4)) {
      await site.find(day, said("for"));
      await site.publish(day);
    }
    const own = site.page("position/p4.en.html");
    expect(own.match(/<section class="ledger-day" id="day-[\d-]+"/gu)).toEqual(
      days(4)
        .toReversed()
        .map((day) => `<section class="ledger-day" id="day-${day}"`),
    );
    expect(own).toContain('href="../position/p4/2026-01.en.html"');
    expect(own).toContain('href="../position/p4/2026-02.en.html"');
    expect(site.page("position/p4/2026-01.html").match(/ledger-day"/gu)).toHaveLength(2);
    expect(site.page("source/steppe-post.html").match(/ledger-day"/gu)).toHaveLength(4);
    const kept = ["2026-01", "2026-02"].flatMap((month) => JSON.parse(site.page(`data/${month}.json`)).history);
    expect(kept.map(({ date }: { date: string }) => date)).toEqual(days(4));
    site.store.close();
  });

  test("but not while it lasts; the very first one writes empty pages, so that no link leads nowhere", async () => {
    const site = aSiteInMemory();
    await site.find(FIRST, said("for"));
    await site.publish(FIRST, true);
    expect(site.page("position/p4.en.html")).toContain("Nothing yet: a day enters here when it is over.");
    expect(site.bodies.has("data/history.json")).toBe(false);
    await site.publish(FIRST);
    await site.find(addDays(FIRST, 1), said("against"));
    site.calls();
    await site.publish(addDays(FIRST, 1), true);
    const written = puts(site.calls()).map((call) => call.split(/[ /]/u)[1]);
    expect(new Set(written)).toEqual(
      new Set([
        "2026-01-31",
        "archive.en.html",
        "archive.html",
        "feed.en.json",
        "feed.en.xml",
        "feed.json",
        "feed.xml",
      ]),
    );
    site.store.close();
  });

  test("a correction puts its new content in place of the old one, on every page", async () => {
    const site = aSiteInMemory();
    for (const day of days(2)) {
      await site.find(day, said("for"));
      await site.publish(day);
    }
    expect(site.page("position/p4/2026-01.html")).toContain('class="line for"');
    await site.find(FIRST, said(undefined));
    const { edition } = await site.publish(FIRST);
    expect(edition.revision).toBe(2);
    expect(site.page("position/p4/2026-01.html")).not.toContain(`id="day-${FIRST}"`);
    expect(site.page("position/p4.html")).not.toContain(`id="day-${FIRST}"`);
    expect(site.page("theme/water.html")).toContain(`id="day-${FIRST}"`);
    expect(JSON.parse(site.page("data/2026-01.json")).history[0].positions).toEqual({});
    site.store.close();
  });

  test("published again it writes nothing, and looks at nothing but its own pages", async () => {
    const site = aSiteInMemory();
    for (const day of days(3)) {
      await site.find(day);
      await site.publish(day);
    }
    site.calls();
    for (const day of days(3)) await site.publish(day);
    const calls = site.calls();
    expect(puts(calls)).toEqual([]);
    expect(calls.filter((call) => /^get (position|theme|source)/u.test(call))).toEqual([]);
    site.store.close();
  });

  test("cut short before its ledger, it is whole after the next time, also where an entry has gone", async () => {
    const site = aSiteInMemory();
    await site.find(FIRST, said("for"));
    await site.publish(FIRST);
    const [month, history] = [site.page("data/2026-01.json"), site.page("data/history.json")];
    await site.find(FIRST, said(undefined));
    await site.publish(FIRST);
    const whole = new Map(site.bodies);
    site.bodies.set("data/2026-01.json", month).set("data/history.json", history);
    site.bodies.set("position/p4/2026-01.html", "as it was before");
    await site.publish(FIRST);
    expect(new Map(site.bodies)).toEqual(whole);
    site.store.close();
  });
});

describe("the days before", () => {
  test("speak in an edition: what is usual, what was never contradicted, what had been silent", async () => {
    const site = aSiteInMemory();
    for (const day of days(8)) {
      await site.find(day, said("for"));
      await site.publish(day);
    }
    const ninth = addDays(FIRST, 8);
    await site.find(ninth, said("against"));
    const { edition } = await site.publish(ninth);
    const p4 = edition.dossiers[0]?.positions.find(({ id }) => id === "p4");
    expect(p4).toMatchObject({ firstAgainst: true, rhythm: "spoken", lastSpoken: addDays(FIRST, 7) });
    expect(p4?.trend).toHaveLength(9);
    expect(edition.dayBefore).toMatchObject({ date: addDays(FIRST, 7), for: 1, against: 0 });
    expect(site.page(`${ninth}/index.en.html`)).toContain("First contradiction");
    site.store.close();
  });

  test("that come later say nothing: an old day published again is the same, byte for byte", async () => {
    const site = aSiteInMemory();
    for (const day of days(12)) {
      await site.find(day, said(Number(day.slice(-1)) % 2 === 0 ? "for" : "against"));
      await site.publish(day);
    }
    const old = addDays(FIRST, 3);
    const before = site.page(`${old}/digest.json`);
    expect((await site.publish(old)).isNew).toBe(false);
    expect(site.page(`${old}/digest.json`)).toBe(before);
    site.store.close();
  });
});

describe("an archive", () => {
  test("is the same bytes in the order of its days and after corrections, and a publication reads three months at most", async () => {
    const all = days(70);
    const build = async (hasStumbled: boolean) => {
      const site = aSiteInMemory({ languages: ["ru"], watchlist: aSmallWatchlist() });
      for (const [i, day] of all.entries()) {
        if (hasStumbled && i % 7 === 0) await site.publish(day, true);
        await site.find(day, said(i % 3 === 0 ? "against" : "for", i % 2 === 0 ? "steppe-post" : "dala-habar"));
        await site.publish(day);
      }
      return site;
    };
    const [plain, stumbled] = [await build(false), await build(true)];
    expect(new Map([...stumbled.bodies].toSorted())).toEqual(new Map([...plain.bodies].toSorted()));
    plain.calls();
    await plain.publish(all.at(-1) ?? FIRST);
    const read = plain.calls().filter((call) => /^get data\/\d/u.test(call));
    expect(new Set(read).size).toBeLessThanOrEqual(3);
    // Of the months before theirs, these have no more than what is folded.
    for (const day of [all[45], all[65]]) expect((await plain.publish(day ?? FIRST)).isNew).toBe(false);
    plain.store.close();
    stumbled.store.close();
  });
});
