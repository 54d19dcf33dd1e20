import { accountForStory } from "../../stories/story-account.ts";
import { outletOf } from "../article-card.ts";
import { DOT } from "../dot.ts";
import { html, type Markup } from "../escape.ts";
import { withDay } from "../history.ts";
import type { LedgerArticle, LedgerDay } from "../ledger.ts";
import type { Locale } from "../locale.ts";
import { storyKey } from "../page-keys.ts";
import type { SitePage } from "../site.ts";
import { type Gathering, gatheredPage } from "./gathered-page.ts";
import { claimLink, ledgerList } from "./ledger-list.ts";
import { chainList, originLine } from "./story-chains.ts";

/** A page for each story of the day that has more than one article, with those of the days around it. */
export function storyPages(gathering: Gathering): SitePage[] {
  const { day, replaced, month, recent } = gathering.record;
  const days = [...recent.filter((one) => one.month !== month?.month), ...(month === undefined ? [] : [month])]
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
    .flatMap((one) => one.days);
  const before = replaced === undefined ? days : withDay(days, replaced);
  return [...new Set([...storiesIn(day), ...storiesIn(replaced)])].flatMap((id) => {
    const articles = articlesOf(id, days);
    // A story that a correction has made single keeps its page, without what was wrong on it.
    const hasPage = articles.length > 1 || (articles.length === 1 && articlesOf(id, before).length > 1);
    return hasPage ? [page(id, articles, days, gathering)] : [];
  });
}

function articlesOf(id: string, days: readonly LedgerDay[]): LedgerArticle[] {
  return days.flatMap(({ articles }) => articles.filter(({ story }) => story === id));
}

function storiesIn(day: LedgerDay | undefined): string[] {
  return day?.articles.map(({ story }) => story) ?? [];
}

function page(
  id: string,
  articles: readonly LedgerArticle[],
  days: readonly LedgerDay[],
  gathering: Gathering,
): SitePage {
  const { locale } = gathering;
  const { words } = locale;
  const key = storyKey(id);
  const account = accountForStory(articles, (source) => outletOf(source, gathering.record.sources).name);
  const first = articles.find((article) => article.id === account.chains[0]?.original.id);
  const title = first === undefined || first.title.trim() === "" ? words.untitled : first.title;
  const reprints = account.chains.reduce((sum, chain) => sum + chain.reprints.length, 0);
  const told = days.filter((day) => day.articles.some(({ story }) => story === id));
  const size = [
    locale.count(account.independentSources, words.independent),
    reprints > 0 && locale.count(reprints, words.reprints),
    told.length > 1 && locale.count(told.length, words.storyDays),
  ].filter((fact) => fact !== false);
  return gatheredPage(
    {
      key,
      title,
      kicker: html`${words.story}${size.map((fact) => DOT + fact)}`,
      heading: html`<span lang="${first?.language ?? "und"}" dir="auto">${title}</span>`,
      lead: originLine(account, articles, gathering),
      ...(told.length > 1 && { themes: daysLine(told, locale) }),
      body: html`${chainList(account, articles, gathering)}<section class="latest">
<h2>${words.ledger}</h2>
${ledgerList(
  { days: told, has: ({ story }) => story === id, quotes: () => true, claim: claimLink(key, gathering) },
  key,
  gathering,
)}</section>
`,
    },
    gathering,
  );
}

/** The days on which the story went on, each the way to what it brought. */
function daysLine(days: readonly LedgerDay[], { words, dayAndMonth }: Locale): Markup {
  return html`${words.onDays}: ${days.map(
    ({ date }, i) =>
      html`${i > 0 && DOT}<a href="#day-${date}"><time datetime="${date}">${dayAndMonth(date)}</time></a>`,
  )}`;
}
