import type { Interview } from "../../model.ts";
import { html, type Markup } from "../escape.ts";
import type { Locale } from "../locale.ts";
import { linked } from "../page-outside.ts";

/** Who is the measure: speaker, role, and where and when the interview appeared. */
export function interviewLine(
  { speaker, role, outlet, url, published }: Omit<Interview, "questions">,
  locale: Locale,
): Markup {
  const when = published.length > 7 ? locale.date(published) : locale.month(published);
  const where = html`${outlet}, <time datetime="${published}">${when}</time>`;
  return html`<span class="label">${locale.words.measuredBy}</span> ${locale.text(speaker)}, ${locale.text(role)}. ${linked(url, where)}`;
}
