import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StoryInput } from "../../shared/stories/sketch.ts";
import { corpusPath } from "../corpus.ts";

/** Two articles, and whether people said that both tell of one event. */
export interface GoldPair {
  readonly first: StoryInput;
  readonly second: StoryInput;
  readonly isSame: boolean;
}

/** The labelled pairs of the corpus; undefined where it is missing. */
export function goldPairs(): GoldPair[] | undefined {
  const folder = corpusPath("pairs");
  if (folder === undefined) return undefined;
  return ["ru", "en"].flatMap((language) => {
    const [head = [], ...rows] = readRows(readFileSync(join(folder, `${language}_pairs.tsv`), "utf8"));
    const column = (row: readonly string[], name: string) => row[head.indexOf(name)] ?? "";
    return rows
      .filter((row) => row.length === head.length)
      .map((row, i) => {
        const article = (which: string): StoryInput => ({
          id: `${language}${i}-${which}`,
          title: column(row, `INPUT:${which}_title`),
          text: column(row, `INPUT:${which}_text`),
        });
        return { first: article("first"), second: article("second"), isSame: column(row, "GOLDEN:quality") === "OK" };
      });
  });
}

/** Tab-separated values in which a field may stand in quotation marks, doubled inside of it (as RFC 4180 has it). */
function readRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/gu)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end !== "\t") rows.push([]);
  }
  return rows;
}
