import type { DigestLanguage } from "../model.ts";
import type { Edition } from "./edition.ts";
import { nameIn, type SiteContext } from "./site.ts";

/** What a digest that is sent to its readers needs to know of the site beside it. */
export interface PublishedAt extends Pick<SiteContext, "title" | "languages"> {
  /** Where the site is read, with the slash at its end; absent where nobody knows. */
  readonly address?: string | undefined;
}

/** The address of the edition's own page in a language. */
export function pageAddress({ date }: Edition, site: PublishedAt, language: DigestLanguage): string | undefined {
  return site.address && `${site.address}${date}/${nameIn(language, "index.html", site.languages)}`;
}
