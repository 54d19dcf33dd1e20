import type { CheerioAPI } from "cheerio/slim";

/** What a page says of its article in JSON-LD (schema.org `Article` and its kinds). */
export interface ArticleData {
  readonly headline?: string;
  readonly author?: string;
  readonly published?: string;
  /** The outlet's name. */
  readonly publisher?: string;
}

type Data = Readonly<Record<string, unknown>>;

/** Lists and graphs inside each other deeper than this are no description of an article. */
const DEEPEST = 5;

/** The first object that describes an article; nothing where there is none. */
export function articleData($: CheerioAPI): ArticleData {
  const objects = $('script[type="application/ld+json" i]')
    .toArray()
    .flatMap((script) => flatten(parseJson($(script).text()), DEEPEST));
  const data = objects.find((object) => /Article|BlogPosting|Report/u.test(String(object["@type"])));
  if (data === undefined) return {};
  const [headline, author] = [textOf(data.headline), nameOf(data.author, DEEPEST)];
  const [published, publisher] = [textOf(data.datePublished), nameOf(data.publisher, DEEPEST)];
  return {
    ...(headline === undefined ? {} : { headline }),
    ...(author === undefined ? {} : { author }),
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
  };
}

function flatten(value: unknown, depth: number): Data[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => flatten(entry, depth - 1));
  return isData(value) ? [value, ...flatten(value["@graph"], depth - 1)] : [];
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null;
}

/** Outlets write JSON-LD by hand: line breaks inside of strings, a semicolon behind. What stays unreadable is nothing. */
function parseJson(text: string): unknown {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON has none in strings, and outside they are blanks
    return JSON.parse(text.replace(/[\u0000-\u001f]+/gu, " ").replace(/;\s*$/u, ""));
  } catch {
    return undefined; // the other places remain
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function nameOf(value: unknown, depth: number): string | undefined {
  if (depth === 0) return undefined;
  if (!Array.isArray(value)) return isData(value) ? nameOf(value.name, depth - 1) : textOf(value);
  const names = value.map((entry) => nameOf(entry, depth - 1)).filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names.join(", ");
}
