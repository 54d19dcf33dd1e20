import type { StoryAccount } from "../../stories/story-account.ts";
import { outletOf } from "../article-card.ts";
import { nameOfArticle } from "../corrections.ts";
import { DOT } from "../dot.ts";
import { html, type Markup } from "../escape.ts";
import type { LedgerArticle } from "../ledger.ts";
import { linked, moment, tongue } from "../page-outside.ts";
import type { Gathering } from "./gathered-page.ts";

/** Who had the story first, by whose word, and when. */
export function originLine(
  { origin: { article, name, isAgency } }: StoryAccount,
  articles: readonly LedgerArticle[],
  { locale }: Gathering,
): Markup {
  const { words } = locale;
  const first = articles.find(({ id }) => id === article);
  return html`${words.origin}: <b><bdi>${first === undefined || isAgency ? name : linked(first.url, name)}</bdi></b>${
    isAgency && ` (${words.creditedInText})`
  }${first?.published !== undefined && html`, ${moment(first.published, "", locale)}`}`;
}

/** Every text of the story in order of time, and under it whoever printed it again. */
export function chainList({ chains }: StoryAccount, articles: readonly LedgerArticle[], gathering: Gathering): Markup {
  const { words } = gathering.locale;
  const byId = new Map(articles.map((article) => [article.id, article]));
  const entry = (id: string, below: Markup) => {
    const article = byId.get(id);
    return (
      article !== undefined &&
      html`<li>${text(article, gathering)}${below}</li>
`
    );
  };
  return html`<section class="chains">
<h2>${words.chains}</h2>
<p class="hint">${words.chainsHint}</p>
<ol class="refs">
${chains.map(({ original, reprints }) =>
  entry(
    original.id,
    html`${
      reprints.length > 0 &&
      html`
<ol>
${reprints.map(({ id }) => entry(id, html``))}</ol>
`
    }`,
  ),
)}</ol>
</section>
`;
}

function text(article: LedgerArticle, { record, locale }: Gathering): Markup {
  const { words } = locale;
  const { id, title, url, source, language, published, credited } = article;
  const facts = [
    published === undefined ? html`<span class="flag">${words.noDate.missing}</span>` : moment(published, "", locale),
    nameOfArticle(id) !== id && html`<span class="flag">${words.correctedArticle}</span>`,
    credited !== undefined && html`${words.credits}: <bdi>${credited}</bdi>`,
  ];
  return html`<cite${tongue(language, title)}>${linked(url, title.trim() === "" ? words.untitled : title)}</cite> <span class="meta"><bdi>${outletOf(source, record.sources).name}</bdi>${facts.map((fact) => fact !== false && html`${DOT}${fact}`)}</span>`;
}
