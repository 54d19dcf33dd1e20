import { html } from "../escape.ts";
import { monthOf } from "../ledger.ts";
import { nameIn, type SitePage } from "../site.ts";
import { type Gathering, gatheredPage } from "./gathered-page.ts";

/** The page that searches the archive in the reader's own browser, month by month, the newest first. */
export function searchPage(gathering: Gathering): SitePage {
  const { record, locale, language, site } = gathering;
  const { words } = locale;
  const months = [...new Set(record.history.map(({ date }) => monthOf(date)))].toReversed();
  const wordings = {
    months: months.join(" "),
    locale: locale.tag,
    day: `${nameIn(language, "index.html", site.languages)}`,
    found: words.searchFound,
    nothing: words.searchNothing,
    older: words.searchOlder,
    for: words.relations.for,
    against: words.relations.against,
    mentions: words.relations.mentions,
  };
  return gatheredPage(
    {
      key: "search.html",
      title: words.search,
      section: "search.html",
      script: "search.js",
      heading: html`${words.search}`,
      lead: html`${words.searchLead}`,
      body: html`<form role="search" id="search"${Object.entries(wordings).map(([name, value]) => html` data-${name}="${value}"`)}>
<label for="query">${words.searchLabel}</label>
<p class="ask"><input id="query" name="q" type="search" autocomplete="off" spellcheck="false"> <button type="submit">${words.search}</button></p>
</form>
<noscript><p class="note">${words.searchNeedsScript}</p></noscript>
<p id="status" role="status" aria-live="polite"></p>
<ol id="results" class="ledger"></ol>
<p><button id="older" type="button" hidden>${words.searchOlder}</button></p>
`,
    },
    gathering,
  );
}
