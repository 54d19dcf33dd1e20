import { createInterface } from "node:readline";
import { z } from "zod";
import { LANGUAGES, type LocalDate } from "../../shared/model.ts";
import { atLocalTime } from "../../shared/time.ts";
import { openInput } from "../open-input.ts";
import { UsageError } from "../usage-error.ts";
import type { Outlet, Press, PressArticle } from "./press.ts";

const filled = z.string().trim().min(1).nullish().catch(undefined);

/** One news item of a file: as a feed reader keeps it, or a plain dated post. */
const itemSchema = z
  .object({
    title: filled,
    summary: filled,
    full_content: filled,
    text: filled,
    source: filled,
    source_url: filled,
    url: filled,
    published_at: filled,
    date: filled,
    language: z.string().toLowerCase().pipe(z.enum(LANGUAGES)).nullish().catch(undefined),
  })
  .transform((item) => ({
    title: item.title ?? firstSentence(item.full_content ?? item.text ?? item.summary ?? ""),
    lead: item.summary ?? undefined,
    text: item.full_content ?? item.text ?? item.summary ?? item.title ?? "",
    source: item.source ?? undefined,
    address: item.source_url ?? item.url ?? undefined,
    date: item.published_at ?? item.date ?? undefined,
    language: item.language ?? undefined,
  }));

type LoadedItem = z.output<typeof itemSchema>;

/**
 * Reads a JSON array, or JSON Lines, of news items and groups them into outlets that can be served. Dates without a zone
 * are read in `timeZone`. Items without a date or any text cannot be published on a day and are returned as `left out`.
 */
export async function loadItemsPress(path: string, timeZone: string): Promise<{ press: Press; leftOut: number }> {
  const outlets = new Map<string, Outlet & { readonly articles: PressArticle[] }>();
  let leftOut = 0;
  let number = 0;
  for await (const raw of readItems(path)) {
    number++;
    const result = itemSchema.safeParse(raw);
    if (!result.success)
      throw new UsageError(
        `${path}: item ${number} is not an object with a title or text: ${z.prettifyError(result.error)}`,
      );
    const item = result.data;
    const published = item.date === undefined ? undefined : instantOf(item.date, timeZone);
    if (published === undefined || item.text === "") {
      leftOut++;
      continue;
    }
    const name = item.source ?? hostOf(item.address) ?? "items";
    const outlet = outlets.get(name) ?? newOutlet(name, item, outlets.size + 1);
    outlets.set(name, outlet);
    outlet.articles.push(articleFrom(item, published, `http://${outlet.id}.example/${number}`));
  }
  return { press: { outlets: [...outlets.values()] }, leftOut };
}

async function* readItems(path: string): AsyncGenerator<unknown> {
  const parse = (text: string, where: string): unknown => {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new UsageError(
        `${where}: not JSON (${error instanceof Error ? error.message : error}); give a JSON array or JSON Lines`,
      );
    }
  };
  const file = await openInput(path);
  if (!path.endsWith(".jsonl")) {
    const value = parse(await file.readFile("utf8").finally(() => file.close()), path);
    if (!Array.isArray(value)) throw new UsageError(`${path}: expected a JSON array of items`);
    yield* value;
    return;
  }
  let line = 0;
  for await (const text of createInterface({ input: file.createReadStream(), crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() !== "") yield parse(text, `${path}:${line}`);
  }
}

function newOutlet(name: string, item: LoadedItem, number: number): Outlet & { readonly articles: PressArticle[] } {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  const id = /^[a-z]/u.test(slug) ? slug : `outlet-${number}`;
  return {
    id,
    name,
    country: "UZ",
    language: item.language ?? "ru",
    ownership: "private",
    feed: { url: `http://${id}.example/feed.xml`, format: "rss", charset: "utf-8", gzip: false },
    articles: [],
  };
}

function articleFrom({ title, lead, text, address }: LoadedItem, published: string, fallback: string): PressArticle {
  const url = address !== undefined && hostOf(address) !== undefined ? address : fallback;
  return { url, title, text, published, quirks: {}, ...(lead === undefined ? {} : { lead }) };
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:/u.test(address) && URL.canParse(address)
    ? new URL(address).host
    : undefined;
}

/** An ISO date, with or without time and zone, as an instant. */
function instantOf(text: string, timeZone: string): string | undefined {
  const iso = text.replace(" ", "T");
  const [, date, time = "00:00:00", zone] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(Z|[+-]\d{2}:?\d{2})?$/u.exec(iso) ?? [];
  if (date === undefined) return undefined;
  if (zone === undefined) return atLocalTime(date as LocalDate, time, timeZone);
  const instant = new Date(`${date}T${time}${zone}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

function firstSentence(text: string): string {
  const [line = ""] = text.trim().split("\n");
  const [sentence = line] = /^.{20,}?[.!?…](?=\s|$)/u.exec(line) ?? [];
  return sentence.length > 160 ? `${sentence.slice(0, 157)}…` : sentence;
}
