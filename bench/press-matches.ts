import { loadSamplePress } from "../cli/press/load-sample-press.ts";
import { compileMatcher } from "../shared/matching/compile-matcher.ts";
import type { Match, Watchlist } from "../shared/model.ts";
import { storyFactsOf } from "../shared/pipeline/sketch-article.ts";

/** What is found in the sample press, as reading it would store it; every article with an id of its own. */
export function pressMatches(watchlist: Watchlist): Match[] {
  const matcher = compileMatcher(watchlist);
  return loadSamplePress().outlets.flatMap(({ id: source, articles }, outlet) =>
    articles.flatMap(({ url, title, text, published }, i): Match[] => {
      const judgement = matcher({ title, text });
      if (judgement.themes.length + judgement.positions.length === 0) return [];
      const { language } = judgement;
      const head = { id: idOf(outlet, i), source, url, title, language, published };
      const article = { ...head, day: published.slice(0, 10), revision: 1, textFrom: "page" as const };
      const facts = storyFactsOf({ ...head, text }, watchlist);
      return [{ article, judgement, watchlist: watchlist.version, ...facts }];
    }),
  );
}

/** The same find as one more article of a day. */
export function again(match: Match, day: string, number: number): Match {
  const id = idOf(Number(day.replaceAll("-", "")), number);
  const { article } = match;
  const published = `${day}T${article.published?.slice(11) ?? "05:00:00.000Z"}`;
  return { ...match, article: { ...article, id, url: `${article.url}?${id}`, day, published } };
}

function idOf(group: number, number: number): string {
  return group.toString(16).padStart(8, "0") + number.toString(16).padStart(8, "0");
}
