/** Notices about cookies, as the consent tools and outlets name them, and the players of RFE/RL's and VOA's sites. */
export const OVER_THE_PAGE = [
  "div[class*=cookie i],div[id*=cookie i],section[class*=cookie i],div[class*=consent i],div[id*=consent i]",
  "div[class*=gdpr i],div[id*=gdpr i],#didomi-host,#usercentrics-root",
  "[class*=c-mmp],[class*=media-pholder],[class*=media-download]",
].join(",");

/**
 * Parts that readers of a text do not read: pictures with captions, asides, forms, share and read-also boxes, what the
 * article's head and foot say.
 */
export const NOT_READ = [
  "figure,figcaption,aside,nav,form,button,table.infobox,[role=complementary],time,header,footer",
  "[class*=caption],[class*=share],[class*=related],[class*=read-also]",
  "[rel=author],[itemprop=author],[itemprop=datePublished],[itemprop=dateModified]",
].join(",");

/** Words that a part of a class or id begins with: `article__author-name`, `postDate`. Sorted. */
const NAMES =
  "advert also author breadcrumb byline comment copyright credit date newsletter photo popular promo pubdate published recommend sharing signup social subscri tags teaser timestamp".split(
    " ",
  );
const NAMED = new RegExp(`(?:^|[-_\\s])(?:${NAMES.join("|")})`, "u");
/** In UTF-16 code units: longer lists of classes are made by programs and say nothing. */
const LONGEST_NAME = 500;

/** True where class or id say that a part is not of the text. */
export function isNamedNotRead(...names: readonly (string | undefined)[]): boolean {
  return names.some((name) => name !== undefined && name.length < LONGEST_NAME && NAMED.test(parted(name)));
}

/** `postDate` → `post-date` */
function parted(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/gu, "-").toLowerCase();
}
