import type { DigestLanguage } from "../model.ts";
import type { Edition } from "./edition.ts";
import { feedEntries } from "./feed-entries.ts";
import { localeOf } from "./locale.ts";
import { addressOf, nameIn, type SiteContext } from "./site.ts";

/** The site's feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): the same entries and ids as the Atom feed. */
export function renderJsonFeed(edition: Edition, site: SiteContext, language: DigestLanguage): string {
  const locale = localeOf(language, edition.timeZone);
  const own = (file: string) => addressOf(nameIn(language, file, site.languages), site);
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: locale.pick(site.title),
    home_page_url: own("index.html"),
    feed_url: own("feed.json"),
    description: locale.words.tagline,
    language,
    authors: [{ name: locale.pick(site.title) }],
    items: feedEntries(edition, site, locale).map(({ id, title, href, updated, text }) => ({
      id,
      url: href,
      title,
      content_text: text,
      date_published: updated,
      date_modified: updated,
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
