import * as z from "zod";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { articleRecord, checked, matchRecord } from "../../../shared/pipeline/records.ts";
import { KEYS, RANGES } from "./keys.ts";
import { beginningAt, type Table } from "./table.ts";

const addressRecord = z.object({ item: z.string() });

/** Articles, their addresses, and what was found in them. */
export function articleRecords(
  table: Table,
): Pick<Store, "claimAddress" | "saveArticle" | "article" | "saveMatch" | "matchesOfDay"> {
  return {
    claimAddress: async (url, item) => {
      const key = KEYS.address(url);
      if (await table.putIfAbsent(key, { item, url, ...table.expiring() })) return item;
      return checked(addressRecord, await table.get(key), `address ${url}`).item;
    },
    saveArticle: async (article) => await table.put(KEYS.article(article.id), { ...article, ...table.expiring() }),
    article: async (id) => {
      const row = await table.get(KEYS.article(id));
      return row && checked(articleRecord, row, `article ${id}`);
    },
    saveMatch: async (match) =>
      await table.put(KEYS.match(match.article.day, match.article.id), { ...match, ...table.expiring() }),
    matchesOfDay: async (day) => {
      const rows = await table.query(beginningAt(RANGES.matches(day)));
      return rows.map((row) => checked(matchRecord, row, `${row.sk} of ${day}`));
    },
  };
}
