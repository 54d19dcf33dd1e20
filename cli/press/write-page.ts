import type { Instant } from "../../shared/model.ts";
import { encode } from "./encode.ts";
import { escapeXml } from "./escape-xml.ts";
import { type Outlet, type PressArticle, textAt } from "./press.ts";

/** The article's page as it stands at `now`: the text among the menus, teasers and footers that pages have. */
export function writePage(
  outlet: Outlet,
  article: PressArticle,
  now: Instant,
): { readonly body: Uint8Array; readonly contentType: string } {
  const { charset, format } = outlet.feed;
  const { title, lead, text } = textAt(article, now);
  const isDated = article.quirks.date !== "missing";
  const paragraphs = [...(lead === undefined || text.startsWith(lead) ? [] : [lead]), ...text.split(/\n\s*\n/u)];
  const main =
    article.quirks.page === "menu"
      ? ""
      : `<article><h1>${escapeXml(title)}</h1>${isDated ? `<p class="meta"><time datetime="${article.published}">${article.published.slice(0, 10)}</time></p>` : ""}
${paragraphs.map((paragraph) => `<p>${escapeXml(paragraph)}</p>`).join("\n")}
</article>`;
  const teasers = outlet.articles
    .slice(0, 6)
    .map(({ url, title }) => `<li><a href="${escapeXml(url)}">${escapeXml(title)}</a></li>`);
  const html = `<!doctype html>
<html lang="${outlet.language}"><head><meta charset="${charset}"><title>${escapeXml(title)} — ${escapeXml(outlet.name)}</title>
<link rel="canonical" href="${escapeXml(article.url)}">
${format === "rdf" ? "" : metadata(outlet, article, title, isDated)}
</head><body>
<header><a href="/">${escapeXml(outlet.name)}</a><nav><ul><li><a href="/politics">•</a></li><li><a href="/economy">•</a></li><li><a href="/sport">•</a></li></ul></nav></header>
<main>${main}</main>
<aside><ul>${teasers.join("")}</ul></aside>
<footer><p>© ${escapeXml(outlet.name)}</p></footer>
</body></html>`;
  return { body: encode(html, charset), contentType: `text/html; charset=${charset}` };
}

function metadata(outlet: Outlet, article: PressArticle, title: string, isDated: boolean): string {
  return `<meta property="og:title" content="${escapeXml(title)}"><meta property="og:site_name" content="${escapeXml(outlet.name)}">${
    isDated ? `<meta property="article:published_time" content="${article.published}">` : ""
  }`;
}
