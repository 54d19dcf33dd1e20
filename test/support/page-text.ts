import type { SitePage } from "../../shared/digest/site.ts";

/** What is written on a page of text; nothing where there is no page. */
export function textOf(page: SitePage | undefined): string {
  const body = page?.body ?? "";
  if (typeof body !== "string") throw new Error(`${page?.key} is no text`);
  return body;
}
