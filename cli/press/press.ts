import type { Instant, Language, Ownership } from "../../shared/model.ts";

/** Outlets, real or invented, that the demo serves over loopback HTTP as if they were on the web. */
export interface Press {
  readonly outlets: readonly Outlet[];
}

export interface Outlet {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly language: Language;
  readonly ownership: Ownership;
  readonly feed: FeedForm;
  readonly articles: readonly PressArticle[];
}

export interface FeedForm {
  /** Absolute; its host exists only inside the demo. */
  readonly url: string;
  /** `html`: a web page stands where the feed should be. `dead`: nobody answers. */
  readonly format: "rss" | "atom" | "rdf" | "html" | "dead";
  readonly charset: "utf-8" | "windows-1251" | "koi8-r";
  readonly gzip: boolean;
}

export interface PressArticle extends PressText {
  /** Absolute address of its page. */
  readonly url: string;
  readonly published: Instant;
  readonly author?: string;
  readonly quirks: Quirks;
  readonly corrected?: PressText & { readonly at: Instant };
}

export interface PressText {
  readonly title: string;
  /** What the feed lists as summary. */
  readonly lead?: string;
  /** Paragraphs parted by blank lines. */
  readonly text: string;
}

/** What real outlets get wrong. */
export interface Quirks {
  /** The feed gives no date (nor does the page), or one two days ahead. */
  readonly date?: "missing" | "future" | undefined;
  /** The feed's link carries tracking parameters. */
  readonly tracking?: boolean | undefined;
  /** The feed's title carries markup. */
  readonly markup?: boolean | undefined;
  /** The page answers 404 or 410, or holds nothing but menus. */
  readonly page?: "missing" | "gone" | "menu" | undefined;
}

/** The article as the outlet shows it at `now`: corrected, if it was. */
export function textAt(article: PressArticle, now: Instant): PressText & { readonly updated?: Instant } {
  const { corrected } = article;
  return corrected !== undefined && corrected.at <= now ? { ...corrected, updated: corrected.at } : article;
}
