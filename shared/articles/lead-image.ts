import type { CheerioAPI } from "cheerio/slim";
import type { ArticleData } from "./json-ld.ts";
import { elementsAt } from "./page-lines.ts";

/** Where the address of the lead image stands, most trustworthy first. */
const IMAGES = [
  'meta[property="og:image:secure_url"]',
  'meta[property="og:image"]',
  'meta[property="og:image:url"]',
  'meta[name="og:image"]',
  'meta[name="twitter:image"]',
  'meta[property="twitter:image"]',
  'meta[name="twitter:image:src"]',
  'link[rel~="image_src"]',
  '[itemprop="image"]',
  "article figure img",
  "article img",
  "main img",
];
const ATTRIBUTES = ["content", "href", "data-src", "data-original", "src"];
/** File names of pictures that belong to the page or the outlet, not to the article. */
const DECORATION =
  /(?:^|[^a-z])(?:avatar|blank|counter|favicon|icon|logo|no-?image|no-?photo|pixel|placeholder|spacer|sprite)(?![a-z])/iu;

/** The address of the article's lead image, absolute; undefined where the page names none. */
export function leadImage($: CheerioAPI, data: ArticleData, base: string | undefined): string | undefined {
  for (const written of addresses($, data)) {
    const address = webAddress(written, base);
    if (address !== undefined && !DECORATION.test(address.slice(address.lastIndexOf("/")))) return address;
  }
  return undefined;
}

function* addresses($: CheerioAPI, data: ArticleData): Generator<string> {
  if (data.image !== undefined) yield data.image;
  for (const selector of IMAGES) {
    const found = elementsAt($, selector).first();
    const address = ATTRIBUTES.map((name) => found.attr(name)).find((value) => value?.trim());
    if (address !== undefined) yield address;
  }
}

function webAddress(address: string, base: string | undefined): string | undefined {
  const written = address.trim();
  if (written === "" || !URL.canParse(written, base)) return undefined;
  const { protocol, href } = new URL(written, base);
  return protocol === "http:" || protocol === "https:" ? href : undefined;
}
