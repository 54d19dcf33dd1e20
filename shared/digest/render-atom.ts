import type { DigestLanguage } from "../model.ts";
import { addDays, atLocalTime, plus, SECOND } from "../time.ts";
import type { Edition } from "./edition.ts";
import { html, type Markup } from "./escape.ts";
import { type Locale, localeOf } from "./locale.ts";
import { type ArchiveEntry, nameIn, newestFirst, type SiteContext } from "./site.ts";

/** Entries that a reader's program has any use for. */
const ENTRIES_AT_MOST = 60;

/** The site's feed (RFC 4287): an entry an edition, newest first. Ids are tag URIs (RFC 4151) and never change. */
export function renderAtom({ timeZone, publisher }: Edition, site: SiteContext, language: DigestLanguage): string {
  const locale = localeOf(language, timeZone);
  const entries = newestFirst(site.archive).slice(0, ENTRIES_AT_MOST);
  const title = locale.pick(site.title);
  const [newest] = entries;
  const updated = newest === undefined ? "1970-01-01T00:00:00.000Z" : updatedOf(newest, timeZone);
  const own = (file: string) => nameIn(language, file, site.languages);
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>tag:${publisher},2026:mizan/${language}</id>
<title>${title}</title>
<subtitle>${locale.words.tagline}</subtitle>
<updated>${updated}</updated>
<author><name>${title}</name></author>
<link rel="self" type="application/atom+xml" href="${own("feed.xml")}"/>
<link rel="alternate" type="text/html" href="${own("index.html")}"/>
${entries.map((entry) => entryOf(entry, `${entry.date}/${own("index.html")}`, publisher, timeZone, locale))}</feed>
`.markup;
}

function entryOf(entry: ArchiveEntry, href: string, publisher: string, timeZone: string, locale: Locale): Markup {
  const { words } = locale;
  const counts = (["items", "matched", "for", "against"] as const).map(
    (figure) => `${locale.number(entry[figure])} ${locale.count(entry[figure], words.figures[figure])}`,
  );
  return html`<entry>
<id>tag:${publisher},2026:mizan/${locale.language}/${entry.date}</id>
<title>${locale.date(entry.date)}</title>
<updated>${updatedOf(entry, timeZone)}</updated>
<link rel="alternate" type="text/html" href="${href}"/>
<summary>${counts.join(" · ")}</summary>
</entry>
`;
}

/**
 * No edition knows when it was rendered. An entry is dated by the end of its day (its beginning, while it lasts), and a
 * second later with each further revision, so that feed readers notice a correction.
 */
function updatedOf({ date, revision }: ArchiveEntry, timeZone: string): string {
  if (revision === 0) return atLocalTime(date, "00:00", timeZone);
  return plus(atLocalTime(addDays(date, 1), "00:00", timeZone), (revision - 1) * SECOND);
}
