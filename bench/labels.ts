import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { readOutletFiles } from "../cli/press/load-sample-press.ts";
import { type MatchInput, RELATIONS, type Relation } from "../shared/model.ts";
import { corpusPath } from "./corpus.ts";

/** What a careful reader says of one article. */
export interface Labelled {
  readonly id: string;
  readonly input: MatchInput;
  readonly themes: readonly string[];
  readonly positions: Readonly<Record<string, Relation>>;
}

export const relation = z.enum(RELATIONS);
const postSchema = z.object({ id: z.string(), text: z.string() });
const labelSchema = z.object({
  id: z.string(),
  title: z.string().optional(),
  text: z.string(),
  themes: z.array(z.string()),
  positions: z.record(z.string(), relation),
});

/** A labelled text as the matcher takes it. */
export function inputOf({ title, text }: { readonly title?: string | undefined; readonly text: string }): MatchInput {
  return title === undefined ? { text } : { title, text };
}

/** Of the labelled items this share is only measured on, never read while words and thresholds are chosen. */
const HELD_OUT = 3;

/**
 * The labelled items of the corpus, in two parts: those that words and thresholds may be chosen by, and the third whose
 * SHA-1 of the id is divisible by three, which is only measured on. Undefined where the corpus is missing.
 */
export function corpusLabels(): { readonly open: Labelled[]; readonly heldOut: Labelled[] } | undefined {
  const path = corpusPath("labels/dev.jsonl");
  if (path === undefined) return undefined;
  const all = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const { id, title, text, themes, positions } = labelSchema.parse(JSON.parse(line));
      return { id, input: inputOf({ title, text }), themes, positions };
    });
  const isHeldOut = ({ id }: Labelled) =>
    BigInt(`0x${createHash("sha1").update(id).digest("hex")}`) % BigInt(HELD_OUT) === 0n;
  return { open: all.filter((item) => !isHeldOut(item)), heldOut: all.filter(isHeldOut) };
}

const postsSchema = z.object({
  themes: z.record(z.string(), z.array(z.string())),
  positions: z.record(z.string(), z.record(z.string(), relation)),
  without: z.array(z.number()),
});

/** Posts of the corpus that were labelled by language models, to learn from. Undefined where it is missing. */
export function postLabels(): Labelled[] | undefined {
  const path = corpusPath("posts/gazeta.jsonl");
  if (path === undefined) return undefined;
  const file = readFileSync(join(import.meta.dirname, "posts/labels.yaml"), "utf8");
  const { themes, positions, without } = postsSchema.parse(parse(file));
  const known = new Map([...Object.entries(positions), ...without.map((number) => [String(number), {}] as const)]);
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .flatMap((line) => {
      const { id, text } = postSchema.parse(JSON.parse(line));
      const number = id.replace("gazeta:", "");
      const labels = known.get(number);
      return labels === undefined ? [] : [{ id, input: { text }, themes: themes[number] ?? [], positions: labels }];
    });
}

/** The sample press with what its authors expect of each article. */
export function pressLabels(): Labelled[] {
  return readOutletFiles().flatMap(({ id, language, articles }) =>
    articles.map(({ path, title, text, expects }) => ({
      id: `${id}${path}`,
      input: { title, text, language },
      themes: expects.themes,
      positions: expects.positions,
    })),
  );
}
