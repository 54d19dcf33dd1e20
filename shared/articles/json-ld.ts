import type { CheerioAPI } from "cheerio/slim";

/** What a page says of its article in JSON-LD (schema.org `Article` and its kinds). */
export interface ArticleData {
  readonly headline?: string;
  /** The article's text, as markup. */
  readonly body?: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly modified?: string;
  readonly language?: string;
  readonly image?: string;
  /** The outlet's name. */
  readonly publisher?: string;
  /** True where the page says that reading takes a subscription. */
  readonly isPaid: boolean;
}

type Data = Readonly<Record<string, unknown>>;

/** Lists and graphs inside each other deeper than this are no description of an article. */
const DEEPEST = 5;
const NOTHING: ArticleData = { authors: [], isPaid: false };

/** The first object that describes an article; nothing where there is none. */
export function articleData($: CheerioAPI): ArticleData {
  const objects = $('script[type="application/ld+json" i]')
    .toArray()
    .flatMap((script) => flatten(parseJson($(script).text()), DEEPEST));
  const data = objects.find((object) => /Article|BlogPosting|Report/u.test(String(object["@type"])));
  if (data === undefined) return NOTHING;
  return {
    ...textAs("headline", data.headline),
    ...textAs("body", data.articleBody),
    authors: namesIn(data.author, DEEPEST),
    ...textAs("published", data.datePublished),
    ...textAs("modified", data.dateModified),
    ...textAs("language", data.inLanguage),
    ...textAs("image", addressIn(data.image, DEEPEST)),
    ...textAs("publisher", namesIn(data.publisher, DEEPEST)[0]),
    isPaid: /^false$/iu.test(String(data.isAccessibleForFree)),
  };
}

function flatten(value: unknown, depth: number): Data[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => flatten(entry, depth - 1));
  if (!isData(value)) return [];
  return [value, ...flatten(value["@graph"], depth - 1), ...flatten(value.mainEntity, depth - 1)];
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

function textAs<Name extends string>(name: Name, value: unknown): { readonly [key in Name]?: string } {
  return typeof value === "string" && value.trim() !== "" ? ({ [name]: value } as { [key in Name]: string }) : {};
}

function namesIn(value: unknown, depth: number): string[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => namesIn(entry, depth - 1));
  if (isData(value)) return namesIn(value.name, depth - 1);
  return typeof value === "string" ? [value] : [];
}

/** An image is an address, an `ImageObject`, or a list of either, the best first. */
function addressIn(value: unknown, depth: number): unknown {
  if (depth === 0) return undefined;
  if (Array.isArray(value)) return addressIn(value[0], depth - 1);
  return isData(value) ? addressIn(value.url ?? value.contentUrl, depth - 1) : value;
}
