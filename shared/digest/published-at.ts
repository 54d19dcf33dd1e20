import type { DigestLanguage } from "../model.ts";
import type { Edition } from "./edition.ts";
import { addressOf, nameIn, type SiteContext } from "./site.ts";

/** What a digest that is sent to its readers needs to know of the site beside it. */
export type PublishedAt = Pick<SiteContext, "title" | "languages" | "address">;

/** The address of the edition's own page in a language. */
export function pageAddress({ date }: Edition, site: PublishedAt, language: DigestLanguage): string | undefined {
  return site.address && addressOf(`${date}/${nameIn(language, "index.html", site.languages)}`, site);
}
