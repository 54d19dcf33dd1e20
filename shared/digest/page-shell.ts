import type { DigestLanguage } from "../model.ts";
import { html, type Markup } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { pageHead } from "./page-head.ts";
import { nameIn, nameOf, rootOf, type SiteContext } from "./site.ts";
import type { Words } from "./wording/words.ts";
import { WORDS } from "./wording.ts";

export interface PageFrame {
  readonly locale: Locale;
  readonly site: SiteContext;
  /** What the browser's tab says before the site's name. */
  readonly title: string;
  readonly description: string;
  /** The page's path in the site, in its first language; its siblings in other languages stand beside it. */
  readonly key: string;
  /** Whether it is told once and stays so. */
  readonly isArticle?: boolean;
  /** What is shown beside a link to it: its path in the first language, and what is to be seen there, in words. */
  readonly picture?: { readonly key: string; readonly alt: string };
  /** The page of the navigation that this is. */
  readonly section?: (typeof SECTIONS)[number]["name"];
  /** A stylesheet besides that of all pages, from the site's root. */
  readonly styles?: string;
  /** The page's script, from the site's root; a page without one is allowed none. */
  readonly script?: string;
  readonly body: Markup;
  readonly footer: Markup;
}

/** A pair of scales: the site's mark, also its icon. */
export const MARK = "M12 3v17M7 20h10M4 7h16M4 7l-3 7h6zM20 7l-3 7h6zM1 14a3 3 0 0 0 6 0M17 14a3 3 0 0 0 6 0";

const SECTIONS = [
  { name: "positions.html", label: "positionsNav" },
  { name: "sources.html", label: "sourcesNav" },
  { name: "archive.html", label: "archive" },
  { name: "search.html", label: "search" },
] as const satisfies readonly { readonly name: string; readonly label: keyof Words }[];

/** A whole page, as text. */
export function pageShell(frame: PageFrame): string {
  const { locale, site, key, section, body, footer } = frame;
  const { language, words } = locale;
  const siteTitle = locale.pick(site.title);
  const root = rootOf(key);
  const name = nameOf(key);
  const own = (file: string) => nameIn(language, file, site.languages);
  return html`<!doctype html>
<html lang="${language}">
${pageHead(frame, root)}<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="masthead">
<a class="brand" href="${root}${own("index.html")}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${MARK}"/></svg>${siteTitle}</a>
<nav aria-label="${siteTitle}">
<ul>
${SECTIONS.map(
  (entry) =>
    html`<li><a href="${root}${own(entry.name)}"${entry.name === section && html` aria-current="${name === section ? "page" : "true"}"`}>${words[entry.label]}</a></li>
`,
)}${otherLanguages(language, name, site)}</ul>
</nav>
</header>
${body}
<footer class="colophon">
${footer}
</footer>
</body>
</html>
`.markup;
}

function otherLanguages(language: DigestLanguage, name: string, { languages }: SiteContext): Markup[] {
  return languages
    .filter((other) => other !== language)
    .map(
      (
        other,
      ) => html`<li class="language"><a lang="${other}" hreflang="${other}" rel="alternate" href="${nameIn(other, name, languages)}">${WORDS[other].languageName}</a></li>
`,
    );
}
