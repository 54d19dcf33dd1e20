import type { Interview } from "../../model.ts";
import { html, type Markup, safeHref } from "../escape.ts";
import type { Locale } from "../locale.ts";

/** Who is the measure: speaker, role, and where and when the interview appeared. */
export function interviewLine(
  { speaker, role, outlet, url, published }: Omit<Interview, "questions">,
  locale: Locale,
): Markup {
  const href = safeHref(url);
  const when = published.length > 7 ? locale.date(published) : locale.month(published);
  const where = html`${outlet}, <time datetime="${published}">${when}</time>`;
  return html`<span class="label">${locale.words.measuredBy}</span> ${locale.text(speaker)}, ${locale.text(role)}. ${href === undefined ? where : html`<a href="${href}" rel="noopener noreferrer external">${where}</a>`}`;
}
