import { html } from "../escape.ts";
import { withDay } from "../history.ts";
import type { LedgerArticle, LedgerDay } from "../ledger.ts";
import { storyKey } from "../page-keys.ts";
import type { SitePage } from "../site.ts";
import { type Gathering, gatheredPage } from "./gathered-page.ts";
import { claimLink, ledgerList } from "./ledger-list.ts";

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
  const first = articles.find(({ reprintOf }) => reprintOf === undefined) ?? articles[0];
  const title = first === undefined || first.title.trim() === "" ? words.untitled : first.title;
  const reprints = articles.filter(({ reprintOf }) => reprintOf !== undefined).length;
  const sources = new Set(articles.filter(({ reprintOf }) => reprintOf === undefined).map(({ source }) => source)).size;
  return gatheredPage(
    {
      key,
      title,
      kicker: html`${words.story} · ${locale.count(sources, words.independent)}${reprints > 0 && ` · ${locale.count(reprints, words.reprints)}`}`,
      heading: html`<span lang="${first?.language ?? "und"}" dir="auto">${title}</span>`,
      body: ledgerList(
        { days, has: ({ story }) => story === id, quotes: () => true, claim: claimLink(key, gathering) },
        key,
        gathering,
      ),
    },
    gathering,
  );
}
