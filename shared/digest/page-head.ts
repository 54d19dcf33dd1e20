import { CONTENT_POLICY, SCRIPT_POLICY } from "./content-policy.ts";
import { html, type Markup } from "./escape.ts";
import type { PageFrame } from "./page-shell.ts";
import { PICTURE } from "./pictures/picture.ts";
import { addressOf, nameIn } from "./site.ts";

/** What a browser, a feed reader and whoever shows a preview of the page must know of it. */
export function pageHead(frame: PageFrame, root: string): Markup {
  const { locale, site, title, description, styles, script } = frame;
  const { language } = locale;
  const siteTitle = locale.pick(site.title);
  const own = (file: string) => nameIn(language, file, site.languages);
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${script === undefined ? CONTENT_POLICY : SCRIPT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · ${siteTitle}</title>
<meta name="description" property="og:description" content="${description}">
${preview(frame)}<link rel="stylesheet" href="${root}style.css">
${
  styles !== undefined &&
  html`<link rel="stylesheet" href="${root}${styles}">
`
}<link rel="stylesheet" media="print" href="${root}print.css">
<link rel="icon" type="image/svg+xml" href="${root}icon.svg">
<link rel="alternate" type="application/atom+xml" title="${siteTitle}" href="${root}${own("feed.xml")}">
<link rel="alternate" type="application/feed+json" title="${siteTitle}" href="${root}${own("feed.json")}">
${
  script !== undefined &&
  html`<script src="${root}${script}" defer></script>
`
}</head>
`;
}

/**
 * How the page looks where a link to it is shown (https://ogp.me). Its addresses must be whole, so what needs one is left
 * out where nobody knows where the site is read.
 */
function preview({ locale, site, title, key, isArticle, picture }: PageFrame): Markup {
  const properties = {
    title,
    site_name: locale.pick(site.title),
    type: isArticle === true ? "article" : "website",
    locale: territorial(locale.tag),
    ...(site.address !== undefined && { url: addressOf(nameIn(locale.language, key, site.languages), site) }),
    ...(site.address !== undefined &&
      picture !== undefined && {
        image: addressOf(nameIn(locale.language, picture.key, site.languages), site),
        "image:width": PICTURE.width,
        "image:height": PICTURE.height,
        "image:alt": picture.alt,
      }),
  };
  const tags = Object.entries(properties).map(
    ([name, value]) => html`<meta property="og:${name}" content="${value}">
`,
  );
  // Without it, X shows a picture of this shape as a small square.
  return html`${tags}${
    "image" in properties &&
    html`<meta name="twitter:card" content="summary_large_image">
`
  }`;
}

/** `kk-Cyrl-KZ` as Open Graph has it, by language and territory alone: `kk_KZ`. */
function territorial(tag: string): string {
  const parts = tag.split("-");
  return `${parts[0]}_${parts.at(-1)}`;
}
