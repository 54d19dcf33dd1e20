import { readFileSync } from "node:fs";
import type { MatchInput } from "../shared/model.ts";
import { corpusPath } from "./corpus.ts";

/** What counts as a long article, in UTF-16 code units of its text: about 2,200 in the mean. */
const LONG = { least: 1_400, most: 4_000 };

/** The posts of an outlet, without titles of their own. Undefined where the corpus is missing. */
export function readPosts(): MatchInput[] | undefined {
  const path = corpusPath("posts/gazeta.jsonl");
  if (path === undefined) return undefined;
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return lines.map((line) => ({ text: (JSON.parse(line) as { text: string }).text }));
}

/** Whole articles of many outlets in Russian and English, each once. Undefined where the corpus is missing. */
export function readLongArticles(): MatchInput[] | undefined {
  const articles = new Map<string, MatchInput>();
  for (const name of ["ru_pairs.tsv", "en_pairs.tsv"]) {
    const path = corpusPath(`pairs/${name}`);
    if (path === undefined) return undefined;
    const [header = [], ...rows] = readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split("\t"));
    for (const row of rows)
      for (const side of ["first", "second"]) {
        const text = row[header.indexOf(`INPUT:${side}_text`)] ?? "";
        if (text.length < LONG.least || text.length > LONG.most) continue;
        articles.set(text, { title: row[header.indexOf(`INPUT:${side}_title`)] ?? "", text });
      }
  }
  return [...articles.values()];
}

/** Of title and text together, in UTF-16 code units. */
export function meanLength(inputs: readonly MatchInput[]): number {
  return Math.round(inputs.reduce((sum, { title = "", text }) => sum + title.length + text.length, 0) / inputs.length);
}
