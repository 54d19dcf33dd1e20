import type { DigestLanguage } from "../model.ts";
import type { Edition } from "./edition.ts";
import { html } from "./escape.ts";
import { feedEntries, feedId } from "./feed-entries.ts";
import { localeOf } from "./locale.ts";
import { addressOf, nameIn, type SiteContext } from "./site.ts";

/** The site's feed (RFC 4287): an entry an edition, newest first. Ids are tag URIs (RFC 4151) and never change. */
export function renderAtom(edition: Edition, site: SiteContext, language: DigestLanguage): string {
  const locale = localeOf(language, edition.timeZone);
  const entries = feedEntries(edition, site, locale);
  const title = locale.pick(site.title);
  const own = (file: string) => addressOf(nameIn(language, file, site.languages), site);
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${feedId(edition, language)}</id>
<title>${title}</title>
<subtitle>${locale.words.tagline}</subtitle>
<updated>${entries[0]?.updated ?? "1970-01-01T00:00:00.000Z"}</updated>
<author><name>${title}</name></author>
<link rel="self" type="application/atom+xml" href="${own("feed.xml")}"/>
<link rel="alternate" type="text/html" href="${own("index.html")}"/>
${entries.map(
  ({ id, title: day, href, updated, text }) => html`<entry>
<id>${id}</id>
<title>${day}</title>
<updated>${updated}</updated>
<link rel="alternate" type="text/html" href="${href}"/>
<summary>${text}</summary>
</entry>
`,
)}</feed>
`.markup;
}
