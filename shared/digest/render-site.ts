import type { LocalDate } from "../model.ts";
import type { Edition } from "./edition.ts";
import { html } from "./escape.ts";
import { MARK } from "./page-shell.ts";
import { renderArchive } from "./render-archive.ts";
import { renderAtom } from "./render-atom.ts";
import { renderHtml } from "./render-html.ts";
import { renderJson } from "./render-json.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { nameIn, newestFirst, type SiteContext } from "./site.ts";
import { STYLES } from "./styles.ts";

export interface SitePage {
  /** Relative path within the site. */
  readonly key: string;
  readonly body: string;
  readonly contentType: string;
}

const TYPES = {
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  xml: "application/atom+xml; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
} as const;

/**
 * Every page that an edition changes: its own in each language, and the site's archive, feed and stylesheet. The front
 * page is written by the newest finished edition only: neither an older day published again nor a morning that has hardly
 * begun takes its place.
 */
export function renderSite(edition: Edition, site: SiteContext): readonly SitePage[] {
  const isFront = edition.date === frontDate(site.archive);
  const page = (key: string, type: keyof typeof TYPES, body: string): SitePage => ({
    key,
    body,
    contentType: TYPES[type],
  });
  return [
    ...site.languages.flatMap((language) => {
      const own = (name: string) => nameIn(language, name, site.languages);
      return [
        page(`${edition.date}/${own("index.html")}`, "html", renderHtml(edition, site, language, "day")),
        page(`${edition.date}/${own("digest.md")}`, "md", renderMarkdown(edition, site, language)),
        page(own("archive.html"), "html", renderArchive(site, language)),
        page(own("feed.xml"), "xml", renderAtom(edition, site, language)),
        ...(isFront ? [page(own("index.html"), "html", renderHtml(edition, site, language, "front"))] : []),
      ];
    }),
    page(`${edition.date}/digest.json`, "json", renderJson(edition)),
    page("style.css", "css", STYLES),
    page("icon.svg", "svg", ICON),
  ];
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
