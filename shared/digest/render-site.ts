import type { LocalDate } from "../model.ts";
import type { Edition } from "./edition.ts";
import { EDITION_SCHEMA } from "./edition-schema.ts";
import { html } from "./escape.ts";
import { MARK } from "./page-shell.ts";
import { contentsPages } from "./pages/contents-pages.ts";
import { gatheringIn } from "./pages/gathered-page.ts";
import { positionPages } from "./pages/position-pages.ts";
import { searchPage } from "./pages/search-page.ts";
import { sourcePages } from "./pages/source-pages.ts";
import { storyPages } from "./pages/story-pages.ts";
import { themePages } from "./pages/theme-pages.ts";
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

/**
 * Every page of the edition itself, and the site's archive, feeds and stylesheet. The front page is written by the newest
 * finished edition only: neither an older day published again nor a morning that has hardly begun takes its place.
 */
export function renderSite(edition: Edition, site: SiteContext): readonly SitePage[] {
  const isFront = edition.date === frontDate(site.archive);
  const { date } = edition;
  return [
    ...site.languages.flatMap((language) => {
      const own = (name: string) => nameIn(language, name, site.languages);
      return [
        sitePage(`${date}/${own("index.html")}`, renderHtml(edition, site, language, "day")),
        sitePage(`${date}/${own("digest.md")}`, renderMarkdown(edition, site, language)),
        sitePage(own("archive.html"), renderArchive(site, language)),
        sitePage(own("feed.xml"), renderAtom(edition, site, language)),
        sitePage(own("feed.json"), renderJsonFeed(edition, site, language)),
        ...(isFront ? [sitePage(own("index.html"), renderHtml(edition, site, language, "front"))] : []),
      ];
    }),
    sitePage(`${date}/digest.json`, renderJson(edition)),
    sitePage(`${date}/matches.csv`, renderCsv(edition, site.languages[0] ?? "ru")),
    sitePage("edition.schema.json", EDITION_SCHEMA),
    sitePage("style.css", STYLES),
    sitePage("icon.svg", ICON),
  ];
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
