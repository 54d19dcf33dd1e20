import { buildEdition, type Edition, type EditionInput } from "../../shared/digest/edition.ts";
import type { SiteContext } from "../../shared/digest/site.ts";
import type {
  Article,
  Item,
  Match,
  PollTally,
  PositionEvidence,
  Relation,
  Source,
  ThemeMatch,
  Watchlist,
} from "../../shared/model.ts";
import { PRESS, SOURCES, STATEMENTS, THEMES } from "./an-edition-press.ts";

export const DAY = "2026-02-10";

export function anArticle(changed: Partial<Article> = {}): Article {
  return {
    id: "a1b2c3d4e5f60718",
    source: "steppe-post",
    url: "https://steppe-post.example/water/canal",
    title: "Five states sign a single water ledger",
    text: "Five states signed a single water ledger in Nukus. The rivers will be run jointly from April.",
    language: "en",
    published: "2026-02-10T05:20:00.000Z",
    day: DAY,
    revision: 1,
    textFrom: "page",
    ...changed,
  };
}

/** A match whose evidence is the quote, wherever it stands in the article. */
export function aMatch({
  article = anArticle(),
  position,
  theme,
  watchlist = aWatchlist().version,
}: {
  readonly article?: Article;
  readonly position?: {
    readonly id: string;
    readonly relation?: Relation;
    readonly quote?: string;
    readonly confidence?: number;
    readonly speaker?: string;
  };
  readonly theme?: { readonly id: string; readonly quote?: string; readonly confidence?: number };
  readonly watchlist?: string;
} = {}): Match {
  const { text: _, ...head } = article;
  const themes: ThemeMatch[] =
    theme === undefined
      ? []
      : [
          {
            theme: theme.id,
            confidence: theme.confidence ?? 0.8,
            evidence: [evidenceOf(article, theme.quote ?? article.title, theme.confidence ?? 0.8)],
          },
        ];
  if (position === undefined)
    return { article: head, judgement: { language: article.language, themes, positions: [] }, watchlist };
  const { id, relation = "for", quote = article.title, confidence = 0.8, speaker } = position;
  const evidence: PositionEvidence = {
    ...evidenceOf(article, quote, confidence),
    relation,
    ...(speaker === undefined ? {} : { speaker }),
  };
  const positions = [{ position: id, relation, confidence, evidence: [evidence] }];
  return { article: head, judgement: { language: article.language, themes, positions }, watchlist };
}

function evidenceOf({ title, text }: Article, quote: string, confidence: number) {
  const field = title.includes(quote) ? ("title" as const) : ("text" as const);
  const start = (field === "title" ? title : text).indexOf(quote);
  if (start < 0) throw new Error(`"${quote}" stands neither in the article's title nor in its text`);
  return { field, start, end: start + quote.length, quote, confidence };
}

export function anItem(changed: Partial<Item> = {}): Item {
  return {
    id: "a1b2c3d4e5f60718",
    source: "steppe-post",
    feed: "https://steppe-post.example/rss.xml",
    url: "https://steppe-post.example/water/canal",
    title: "Five states sign a single water ledger",
    published: "2026-02-10T05:20:00.000Z",
    firstSeen: "2026-02-10T06:00:00.000Z",
    day: DAY,
    revision: 1,
    state: "matched",
    attempts: 0,
    ...changed,
  };
}

export function aTally(changed: Partial<PollTally> = {}): PollTally {
  return {
    day: DAY,
    feed: "https://steppe-post.example/rss.xml",
    source: "steppe-post",
    fetched: 2,
    unchanged: 90,
    failed: 0,
    newItems: 5,
    last: "unchanged",
    ...changed,
  };
}

export function aSource(changed: Partial<Source> = {}): Source {
  return {
    id: "steppe-post",
    name: "Steppe Post",
    country: "KZ",
    language: "en",
    ownership: "private",
    timeZone: "Asia/Almaty",
    feeds: [`https://${changed.id ?? "steppe-post"}.example/rss.xml`],
    ...changed,
  };
}

export function aWatchlist(changed: Partial<Watchlist> = {}): Watchlist {
  return {
    version: "5f0c1a9be2d4",
    monitor: {
      title: { ru: "Мизан", en: "Mizan" },
      timeZone: "Asia/Tashkent",
      publishAt: "07:00",
      languages: ["ru", "en"],
      polling: { everyMs: 900_000, hostSpacingMs: 5_000, freshMs: 259_200_000, contact: "https://example.org/mizan" },
      retentionDays: 400,
      thresholds: { theme: 0.5, relation: 0.5 },
      site: { access: "password" },
    },
    sources: SOURCES.map(aSource),
    words: [],
    entities: [],
    thesaurus: "",
    dossiers: [
      {
        id: "paramonov-2025",
        title: { ru: "Союз Казахстана и Узбекистана", en: "The union of Kazakhstan and Uzbekistan" },
        interview: {
          speaker: { ru: "Владимир Парамонов", en: "Vladimir Paramonov" },
          role: { ru: "политолог, Ташкент", en: "political scientist, Tashkent" },
          outlet: "365info.kz",
          url: "https://365info.kz/2025/11/interview",
          published: "2025-11",
          language: "ru",
          questions: [
            {
              id: "q1",
              about: { ru: "Откуда взялось доверие двух стран", en: "Where the two states’ trust comes from" },
            },
            {
              id: "q2",
              about: { ru: "Чего ждать от Совета глав регионов", en: "What to expect of the council of regions" },
            },
            { id: "q4", about: { ru: "Как видна дипломатия Астаны", en: "How Astana’s diplomacy looks" } },
          ],
        },
        words: [],
        themes: THEMES.map(([id, ru, en, aboutRu, aboutEn]) => ({
          id,
          name: { ru, en },
          about: { ru: aboutRu, en: aboutEn },
          query: "",
        })),
        positions: STATEMENTS.map(([id, question, theme, ru, en]) => ({
          id,
          themes: [theme],
          question,
          statement: { ru, en },
          subject: "",
          for: [],
          against: [],
        })),
      },
    ],
    ...changed,
  };
}

/** A busy day of an invented press in seven languages: every relation, flag and end state occurs. */
export function aDay(changed: Partial<EditionInput> = {}): EditionInput {
  const { published: _, ...undated } = anArticle();
  const matches = PRESS.map(({ article, position, theme }, i) =>
    aMatch({
      article: {
        ...undated,
        id: (0xa1b2c3d4e5f + i * 977).toString(16).padStart(16, "0"),
        url: `https://${article.source}.example/news/${1000 + i}`,
        ...article,
      },
      ...(position === undefined ? {} : { position }),
      theme,
    }),
  );
  const matched = matches.map(({ article }) =>
    anItem({
      id: article.id,
      source: article.source,
      url: article.url,
      title: article.title,
      revision: article.revision,
    }),
  );
  const others = ENDS.flatMap(([state, count, source], row) =>
    Array.from({ length: count }, (_, i) =>
      anItem({ id: `${row}${i}`.padStart(16, "f"), source, state, url: `https://${source}.example/${row}/${i}` }),
    ),
  );
  return {
    date: DAY,
    revision: 1,
    watchlist: aWatchlist(),
    matches,
    items: [...matched, ...others],
    polls: POLLS,
    problems: [
      { source: "kaspiy-mayak", stage: "poll", reason: "503 from https://kaspiy-mayak.example/rss.xml" },
      { source: "vodiy-ovozi", stage: "read", reason: "403 from https://vodiy-ovozi.example/5/0" },
      { source: "ala-too", stage: "read", reason: "no article text on https://ala-too.example/6/0" },
    ],
    ...changed,
  };
}

const ENDS: readonly (readonly [state: Item["state"], count: number, source: string])[] = [
  ["below-threshold", 31, "steppe-post"],
  ["below-threshold", 14, "dala-habar"],
  ["duplicate", 3, "dala-habar"],
  ["stale", 5, "astana-tynysy"],
  ["undated-kept", 2, "vodiy-ovozi"],
  ["blocked", 1, "vodiy-ovozi"],
  ["failed", 1, "ala-too"],
  ["gone", 1, "ala-too"],
  ["waiting", 2, "toshkent-oqshomi"],
];

const POLLS: readonly PollTally[] = SOURCES.map(({ id }) => id)
  .filter((id) => id !== "merv")
  .map((id) => {
    const own = { source: id, feed: `https://${id}.example/rss.xml` };
    if (id === "kaspiy-mayak")
      return aTally({ ...own, fetched: 0, failed: 6, newItems: 0, last: "failing", reason: `503 from ${own.feed}` });
    return id === "nomad-wire" ? aTally({ ...own, fetched: 0, newItems: 0 }) : aTally(own);
  });

export function anEdition(changed: Partial<EditionInput> = {}): Edition {
  return buildEdition(aDay(changed));
}

/** A site that has published this edition and a few before it. */
export function aSite(edition: Edition, changed: Partial<SiteContext> = {}): SiteContext {
  const { date, revision, counts } = edition;
  return {
    title: { ru: "Мизан", en: "Mizan" },
    languages: ["ru", "en"],
    archive: [
      { date: "2026-01-31", revision: 1, items: 88, matched: 12, for: 6, against: 3 },
      { date: "2026-02-08", revision: 1, items: 41, matched: 4, for: 0, against: 2 },
      { date: "2026-02-09", revision: 2, items: 1_204, matched: 31, for: 11, against: 9 },
      { date, revision, items: counts.items, matched: counts.matched, for: counts.for, against: counts.against },
    ],
    ...changed,
  };
}
