import type { FeedReport } from "./source-report.ts";

/** What the table of sources says. `{value}` is filled in. */
export interface SourceWords {
  readonly columns: readonly [
    source: string,
    state: string,
    news: string,
    asked: string,
    next: string,
    every: string,
    week: string,
    note: string,
  ];
  readonly states: Readonly<Record<FeedReport["state"], string>>;
  readonly minutes: string;
  readonly hours: string;
  readonly failures: string;
  readonly moved: string;
  readonly few: string;
  readonly many: string;
  readonly lost: string;
  readonly feeds: string;
}

const EN: SourceWords = {
  columns: ["source", "state", "last news", "asked", "next", "every", "7 days", "note"],
  states: {
    fine: "fine",
    unchanged: "unchanged",
    empty: "empty",
    undated: "all undated",
    stale: "stale",
    redirected: "redirected",
    blocked: "blocked",
    failing: "failing",
    gone: "gone",
    "not-polled": "not polled",
  },
  minutes: "{value} min",
  hours: "{value} h",
  failures: "{value} in a row",
  moved: "has moved to {value}: change it in watch/sources.yaml",
  few: "unusually few",
  many: "unusually many",
  lost: "items may have been lost before {value}",
  feeds: "feeds",
};

const RU: SourceWords = {
  columns: ["источник", "состояние", "новое", "опрос", "следующий", "каждые", "7 дней", "примечание"],
  states: {
    fine: "в порядке",
    unchanged: "без нового",
    empty: "пусто",
    undated: "всё без дат",
    stale: "давно молчит",
    redirected: "переехал",
    blocked: "не пускает",
    failing: "сбой",
    gone: "удалён",
    "not-polled": "не опрошен",
  },
  minutes: "{value} мин",
  hours: "{value} ч",
  failures: "{value} подряд",
  moved: "переехал на {value}: исправьте в watch/sources.yaml",
  few: "необычно мало",
  many: "необычно много",
  lost: "до {value} могло что-то потеряться",
  feeds: "лент",
};

/** English where the digest's first language is English, else Russian, which every analyst of the region reads. */
export function sourceWords(language: string): SourceWords {
  return language === "en" ? EN : RU;
}
