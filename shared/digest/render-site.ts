import type { LocalDate } from "../model.ts";
import type { Edition } from "./edition.ts";
import { EDITION_SCHEMA } from "./edition-schema.ts";
import { html } from "./escape.ts";
import { localeOf } from "./locale.ts";
import { MARK } from "./page-shell.ts";
import { contentsPages } from "./pages/contents-pages.ts";
import { gatheringIn } from "./pages/gathered-page.ts";
import { positionPages } from "./pages/position-pages.ts";
import { searchPage } from "./pages/search-page.ts";
import { sourcePages } from "./pages/source-pages.ts";
import { storyPages } from "./pages/story-pages.ts";
import { themePages } from "./pages/theme-pages.ts";
import { editionPicture } from "./pictures/edition-picture.ts";
import { EDITION_PICTURE } from "./pictures/picture.ts";
import { renderArchive } from "./render-archive.ts";
import { renderAtom } from "./render-atom.ts";
import { renderCsv } from "./render-csv.ts";
import { renderHtml } from "./render-html.ts";
import { renderJson } from "./render-json.ts";
import { renderJsonFeed } from "./render-json-feed.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { searchIndex } from "./search-index.ts";
import { SEARCH_SCRIPT } from "./search-script.ts";
import { nameIn, newestFirst, type SiteContext, type SitePage, type SiteRecord, sitePage } from "./site.ts";
import { STYLES } from "./styles.ts";
import { GATHERED_STYLES } from "./styles-gathered.ts";
import { PRINT_STYLES } from "./styles-print.ts";

/** The edition's own pages, in its day's folder. */
export function* renderEditionPages(edition: Edition, site: SiteContext): Generator<SitePage> {
  const { date } = edition;
  for (const language of site.languages) {
    const own = (name: string) => nameIn(language, name, site.languages);
    yield sitePage(`${date}/${own("index.html")}`, renderHtml(edition, site, language, "day"));
    yield sitePage(`${date}/${own("digest.md")}`, renderMarkdown(edition, site, language));
  }
  yield sitePage(`${date}/digest.json`, renderJson(edition));
  yield sitePage(`${date}/matches.csv`, renderCsv(edition, site.languages[0] ?? "ru"));
}

/** The edition's pictures: who passes its address on shows one, and no reader waits for it. */
export function* renderEditionPictures(edition: Edition, site: SiteContext): Generator<SitePage> {
  const { date, timeZone } = edition;
  for (const language of site.languages) {
    const key = `${date}/${nameIn(language, EDITION_PICTURE, site.languages)}`;
    yield sitePage(key, editionPicture(edition, site, localeOf(language, timeZone)));
  }
}

/**
 * What editions change of the site as a whole: front page, archive, feeds and stylesheet. The front page is written by
 * the newest finished edition only: neither an older day published again nor a morning that has hardly begun takes its
 * place.
 */
export function* renderSharedPages(editions: readonly Edition[], site: SiteContext): Generator<SitePage> {
  const front = editions.findLast(({ date }) => date === frontDate(site.archive));
  const [any] = editions;
  for (const language of site.languages) {
    const own = (name: string) => nameIn(language, name, site.languages);
    if (front !== undefined) yield sitePage(own("index.html"), renderHtml(front, site, language, "front"));
    yield sitePage(own("archive.html"), renderArchive(site, language));
    if (any === undefined) continue;
    yield sitePage(own("feed.xml"), renderAtom(any, site, language));
    yield sitePage(own("feed.json"), renderJsonFeed(any, site, language));
  }
  yield sitePage("edition.schema.json", EDITION_SCHEMA);
  yield sitePage("style.css", STYLES);
  yield sitePage("gathered.css", GATHERED_STYLES);
  yield sitePage("print.css", PRINT_STYLES);
  yield sitePage("icon.svg", ICON);
}

/**
 * The pages that gather finished days: of claims, themes, outlets and stories, and the search. Written by a finished
 * edition, and by the first one of all, which has nothing to gather yet, so that no link leads nowhere. Each is made when it
 * is asked for: together they are many megabytes at the end of a busy month.
 */
export function* renderGatheredPages(site: SiteContext, record: SiteRecord): Generator<SitePage> {
  const { month } = record;
  for (const language of site.languages) {
    const gathering = gatheringIn(language, site, record);
    yield* contentsPages(gathering);
    yield* positionPages(gathering);
    yield* themePages(gathering);
    yield* sourcePages(gathering);
    yield* storyPages(gathering);
    yield searchPage(gathering);
  }
  if (month !== undefined) yield sitePage(`search/${month.month}.js`, searchIndex(month, record));
  yield sitePage("search.js", SEARCH_SCRIPT);
}

/** What a reader meets first: the newest finished day, or today so far while there is none. */
function frontDate(archive: SiteContext["archive"]): LocalDate | undefined {
  const newest = newestFirst(archive);
  return (newest.find(({ revision }) => revision > 0) ?? newest[0])?.date;
}

/** Drawn in lapis, which stands out on light and on dark tabs. */
const ICON =
  html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 26 26"><path d="${MARK}" fill="none" stroke="#3d74c4" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>
`.markup;
