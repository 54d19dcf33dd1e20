import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import * as z from "zod";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { articleRecord, checked, matchRecord } from "../../../shared/pipeline/records.ts";
import { KEYS, RANGES } from "./keys.ts";
import { beginningAt, type Table } from "./table.ts";

const addressRecord = z.object({ item: z.string() });
const packedRecord = z.object({ packed: z.instanceof(Uint8Array) });

/** A write is paid for by the kilobyte: the text is stored compressed (Brotli; a middling effort takes a millisecond). */
function pack(text: string): Uint8Array {
  const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_QUALITY]: 6 };
  return brotliCompressSync(text, { params });
}

function unpack(packed: Uint8Array): string {
  return brotliDecompressSync(packed).toString();
}

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
    saveArticle: async ({ text, ...head }) =>
      await table.put(KEYS.article(head.id), { ...head, packed: pack(text), ...table.expiring() }),
    article: async (id) => {
      const row = await table.get(KEYS.article(id));
      if (row === undefined) return undefined;
      const { packed } = checked(packedRecord, row, `article ${id}`);
      return checked(articleRecord, { ...row, text: unpack(packed) }, `article ${id}`);
    },
    saveMatch: async (match) =>
      await table.put(KEYS.match(match.article.day, match.article.id), { ...match, ...table.expiring() }),
    matchesOfDay: async (day) => {
      const rows = await table.query(beginningAt(RANGES.matches(day)));
      return rows.map((row) => checked(matchRecord, row, `${row.sk} of ${day}`));
    },
  };
}
