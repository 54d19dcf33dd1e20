import type { CheerioAPI } from "cheerio/slim";
import { resolvedLine } from "../web/plain-text.ts";
import type { ArticleData } from "./json-ld.ts";
import { linesAt } from "./page-lines.ts";

/** Where the authors stand, most trustworthy first; what is named first is all that is read. */
const AUTHORS = [
  'meta[name="author" i]',
  'meta[property="author"]',
  'meta[property="article:author"]',
  'meta[name="article:author"]',
  'meta[name="DC.creator" i]',
  'meta[name="mediator_author"]',
  'meta[name="parsely-author"]',
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[rel="author"]',
  "article [class*=author-name], article [class*=author__name], article [class*=authors__name]",
  "article [class*=byline]",
  "article [class*=author]",
];
/** What stands in front of a name: English, Russian, Kazakh, Kyrgyz, Uzbek in two scripts. */
const BY = /^(?:(?:\p{L}+ )?by|автор(?:ы|лор|лар)?|текст|авторы|muallif(?:lar)?|муаллиф(?:лар)?)\s*[:—–-]?\s+/iu;
/** Between two names: punctuation, and "and" in the languages of the region. */
const BETWEEN = /\s*[,;&]\s*|\s+(?:and|және|жана|va|ва|и)\s+/iu;
/** Behind the names: the outlet, the time. */
const BEHIND_NAMES = /\s+[|•·]\s+|\s+(?:published|updated|posted)\b/iu;
/** Names do not begin so, and do not hold this; they begin with a capital where the script has any. */
const NO_NAME =
  /^$|\d|[!?]$|^https?:|^\/\/|^www\.|@|[{}<>]|^(?:admin\p{L}*|гость|author|editor|editorial|guest|root|staff|user\d*)$|\b(?:correspondent|editor|photographer|reporter|staff|writer)\b|корреспондент|обозревател|редакц|редактор|собкор|тілші|таҳририят|tahririyat/iu;
/** In UTF-16 code units. */
const [LONGEST_LINE, LONGEST_NAME] = [150, 60];
const MOST_WORDS = 6;
const MOST_AUTHORS = 20;

/** The people who wrote a page's article; not the outlet, whose names are `sites`. */
export function pageAuthors(
  $: CheerioAPI,
  data: ArticleData,
  sites: readonly string[],
  selector: string | undefined,
): readonly string[] {
  const outlets = new Set(sites.map((site) => site.toLowerCase()));
  const namesIn = (lines: readonly string[]) =>
    unique(lines.flatMap(splitNames).filter((name) => isName(name) && !outlets.has(name.toLowerCase())));
  const places = [
    ...(selector === undefined ? [] : [() => [...linesAt($, [selector])]]),
    () => data.authors.map(resolvedLine),
    ...AUTHORS.map((place) => () => [...linesAt($, [place])]),
  ];
  for (const place of places) {
    const names = namesIn(place());
    if (names.length > 0) return names.slice(0, MOST_AUTHORS);
  }
  return [];
}

/** `By A. Seitova and B. Karimov | The Steppe` → both names; nothing of what is too long for a line of authors. */
function splitNames(line: string): string[] {
  if (line.length > LONGEST_LINE) return [];
  const [names = ""] = line.replace(BY, "").split(BEHIND_NAMES);
  return names.split(BETWEEN).map((name) => name.replace(/[,:;\s]+$/u, ""));
}

function isName(name: string): boolean {
  if (name.length > LONGEST_NAME || name.split(" ").length > MOST_WORDS) return false;
  return /^\P{Ll}.*\p{L}{2}/u.test(name) && !NO_NAME.test(name);
}

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}
