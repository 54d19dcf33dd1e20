import { z } from "zod";
import { LANGUAGE_TAGS } from "../../shared/model.ts";
import { UsageError } from "../usage-error.ts";
import type { GivenArticle } from "./read-article.ts";

const recordSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  title: z.string().nullish(),
  text: z.string(),
  language: z.string().nullish(),
  url: z.string().nullish(),
});
const FORM = "{id?, title?, text, language?}";

/** The article of a JSON object, an array or JSON Lines; of several the one whose id, or place, is `id`. */
export function recordArticle(from: string, text: string, id: string | undefined): GivenArticle {
  const records = recordsIn(from, text);
  const named = records.map((record, i) => ({ ...record, name: String(record.value.id ?? i + 1) }));
  const chosen = id === undefined && named.length === 1 ? named[0] : named.find(({ name }) => name === id);
  if (chosen === undefined)
    throw new UsageError(
      whyNone(
        from,
        named.map(({ name }) => name),
        id,
      ),
    );
  const result = recordSchema.safeParse(chosen.value);
  if (!result.success)
    throw new UsageError(`${chosen.at}: ${z.prettifyError(result.error).replaceAll("\n", " ")}; expected ${FORM}`);
  const { title, text: body, language, url } = result.data;
  const known = LANGUAGE_TAGS.find((tag) => tag === language?.toLowerCase());
  return {
    from: named.length === 1 ? from : `${from}, ${chosen.name}`,
    ...(url == null ? {} : { url }),
    input: { text: body, ...(title == null ? {} : { title }), ...(known === undefined ? {} : { language: known }) },
  };
}

function whyNone(from: string, names: readonly string[], id: string | undefined): string {
  const some = names.slice(0, 3).join(", ");
  if (names.length === 0) return `${from}: holds no article; expected ${FORM}`;
  if (id === undefined) return `${from}: holds ${names.length} articles; name one with --id, as in --id ${names[0]}`;
  return `${from}: none of its ${names.length} articles has the id ${id}; the first are ${some}`;
}

interface FoundRecord {
  readonly at: string;
  readonly value: { readonly id?: unknown };
}

/** One JSON object or an array of them, else a line for each. */
function recordsIn(from: string, text: string): readonly FoundRecord[] {
  const whole = parsedJson(text);
  if (whole.ok) {
    const values = Array.isArray(whole.value) ? whole.value : [whole.value];
    return values.map((value: unknown, i) => ({ at: `${from}, article ${i + 1}`, value: checkedObject(value, from) }));
  }
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const one = parsedJson(line);
    if (!one.ok) throw new UsageError(`${from}:${i + 1}: not a line of JSON (${one.problem}); write one object a line`);
    return [{ at: `${from}:${i + 1}`, value: checkedObject(one.value, `${from}:${i + 1}`) }];
  });
}

function parsedJson(text: string) {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true as const, value };
  } catch (error) {
    return { ok: false as const, problem: error instanceof Error ? error.message : String(error) };
  }
}

function checkedObject(value: unknown, at: string): object {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new UsageError(`${at}: ${JSON.stringify(value).slice(0, 60)} is no article; expected ${FORM}`);
}
