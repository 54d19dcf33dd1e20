import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { inputOf, type Labelled, relation } from "./labels.ts";
import { STANCES, type StanceItem } from "./stance.ts";

/**
 * News and stances that we wrote and labelled to learn from, as the press of the region might have them: one JSON object
 * a line. Nothing is measured on them.
 */
const FOLDER = join(import.meta.dirname, "written");

const text = { title: z.string().optional(), text: z.string() };
const newsSchema = z.strictObject({
  id: z.string(),
  language: z.string().optional(),
  ...text,
  themes: z.array(z.string()),
  positions: z.record(z.string(), relation),
});
const stanceSchema = z.strictObject({
  id: z.string(),
  language: z.string(),
  position: z.string(),
  relation: z.enum(STANCES),
  trap: z.string(),
  ...text,
});

/** Labelled with all the themes and positions they speak to. */
export function writtenNews(): Labelled[] {
  return linesOf("news-*.jsonl").map((line) => {
    const { id, themes, positions, ...rest } = newsSchema.parse(line);
    return { id, themes, positions, input: inputOf(rest) };
  });
}

/** Each labelled for one position. */
export function writtenStances(): Omit<StanceItem, "part">[] {
  return linesOf("stances-*.jsonl").map((line) => {
    const { title, text, ...item } = stanceSchema.parse(line);
    return { ...item, input: inputOf({ title, text }) };
  });
}

function linesOf(pattern: string): unknown[] {
  return globSync(pattern, { cwd: FOLDER })
    .toSorted()
    .flatMap((name) => readFileSync(join(FOLDER, name), "utf8").trim().split("\n"))
    .map((line): unknown => JSON.parse(line));
}
