import type { DateProblem, DigestLanguage, ItemState, Ownership, Relation, Stage } from "../model.ts";
import type { SourceState } from "./coverage.ts";

/** A counted noun by plural category (CLDR); `#` stands for the number. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Every word of the interface in one language. `{name}` is filled in. */
export interface Words {
  readonly languageName: string;
  readonly skip: string;
  readonly archive: string;
  readonly newest: string;
  readonly previous: string;
  readonly soFar: string;
  readonly corrected: string;
  readonly earlierRevision: string;
  readonly tagline: string;
  readonly measuredBy: string;
  readonly balance: string;
  readonly balanceHint: string;
  readonly positions: string;
  readonly silentPositions: Forms;
  readonly nothing: string;
  readonly themes: string;
  readonly silentThemes: string;
  readonly moreLines: Forms;
  readonly moreOf: Readonly<Record<Relation, Forms>>;
  readonly saidBy: string;
  readonly confidence: string;
  readonly relations: Readonly<Record<Relation, string>>;
  readonly relationCounts: Readonly<Record<Relation, Forms>>;
  readonly articles: Forms;
  readonly figures: Readonly<Record<"items" | "matched" | Relation, Forms>>;
  readonly ownership: Readonly<Record<Ownership, string>>;
  readonly noDate: Readonly<Record<DateProblem, string>>;
  readonly feedOnly: string;
  readonly correctedArticle: string;
  readonly untitled: string;
  readonly unknownLanguage: string;
  /** Where the region says another name than CLDR does: by ISO 3166-1 and ISO 639-1 code. */
  readonly countries: Readonly<Record<string, string>>;
  readonly languages: Readonly<Record<string, string>>;
  readonly coverage: string;
  readonly coverageLead: string;
  readonly judgedByOther: Forms;
  readonly states: Readonly<Record<ItemState, readonly [name: string, meaning: string]>>;
  readonly sum: string;
  readonly outlet: string;
  readonly answer: string;
  readonly seen: string;
  readonly found: string;
  readonly sourceStates: Readonly<Record<SourceState, string>>;
  readonly feedsFailed: string;
  readonly problems: Forms;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly howToRead: string;
  readonly howToReadText: string;
  readonly formats: string;
  readonly madeWith: string;
  readonly archiveEmpty: string;
  readonly edition: string;
  readonly inProgress: string;
  readonly correctedShort: string;
}

const RU: Words = {
  languageName: "Русский",
  skip: "К содержанию",
  archive: "Архив",
  newest: "Свежий выпуск",
  previous: "Предыдущий выпуск",
  soFar: "День ещё не закончился: здесь то, что собрано к этому часу. Выпуск станет окончательным после полуночи.",
  corrected: "Исправленный выпуск, редакция {revision}: после публикации данные дня изменились.",
  earlierRevision: "Прежняя редакция",
  tagline: "Пресса Центральной Азии на весах: что в ней говорит за тезисы интервью и что против",
  measuredBy: "Мера",
  balance: "Расклад дня",
  balanceHint: "Один квадрат — один материал: слева от оси те, что говорят против тезиса, справа — за.",
  positions: "Тезисы и свидетельства",
  silentPositions: {
    one: "# тезис сегодня никто не затронул",
    few: "# тезиса сегодня никто не затронул",
    many: "# тезисов сегодня никто не затронул",
    other: "# тезиса сегодня никто не затронул",
  },
  nothing: "Сегодня ни один материал не затронул ни одного тезиса.",
  themes: "Темы",
  silentThemes: "Без материалов",
  moreLines: { one: "Ещё # цитата", few: "Ещё # цитаты", many: "Ещё # цитат", other: "Ещё # цитаты" },
  moreOf: {
    for: { one: "Ещё # цитата за", few: "Ещё # цитаты за", many: "Ещё # цитат за", other: "Ещё # цитаты за" },
    against: {
      one: "Ещё # цитата против",
      few: "Ещё # цитаты против",
      many: "Ещё # цитат против",
      other: "Ещё # цитаты против",
    },
    mentions: { one: "Ещё # упоминание", few: "Ещё # упоминания", many: "Ещё # упоминаний", other: "Ещё # упоминания" },
  },
  saidBy: "Говорит",
  confidence: "уверенность {percent}",
  relations: { for: "за", against: "против", mentions: "упоминает" },
  relationCounts: {
    for: { other: "# за" },
    against: { other: "# против" },
    mentions: { one: "# упоминает", other: "# упоминают" },
  },
  articles: { one: "# материал", few: "# материала", many: "# материалов", other: "# материала" },
  figures: {
    items: {
      one: "материал просмотрен",
      few: "материала просмотрено",
      many: "материалов просмотрено",
      other: "материала просмотрено",
    },
    matched: { other: "по нашим темам" },
    for: { other: "за тезисы" },
    against: { other: "против" },
    mentions: { one: "упоминание", few: "упоминания", many: "упоминаний", other: "упоминания" },
  },
  ownership: { state: "государственное", private: "частное", foreign: "зарубежное" },
  noDate: { missing: "без даты", future: "дата в будущем, не верим" },
  feedOnly: "только текст из ленты",
  correctedArticle: "исправлено изданием",
  untitled: "Без заголовка",
  unknownLanguage: "язык не определён",
  countries: { KG: "Кыргызстан" },
  languages: { ky: "кыргызский" },
  coverage: "Что мы видели и чего не видели",
  coverageLead: "Каждый материал учтён ровно один раз.",
  judgedByOther: {
    one: "# материал оценён по прежней версии списка наблюдения.",
    few: "# материала оценены по прежней версии списка наблюдения.",
    many: "# материалов оценены по прежней версии списка наблюдения.",
    other: "# материала оценены по прежней версии списка наблюдения.",
  },
  states: {
    matched: ["По теме", "вошли в выпуск"],
    "below-threshold": ["Не по теме", "прочитаны, наших тем в них нет"],
    duplicate: ["Повтор", "уже учтены под другим адресом или без изменений"],
    stale: ["Устарело", "вышли раньше, чем мы следим"],
    "undated-kept": ["Без даты", "прочитаны, наших тем в них нет"],
    blocked: ["Закрыто", "издание не дало прочесть"],
    failed: ["Не прочитано", "страница не открылась, или текста на ней нет"],
    gone: ["Удалено", "издание убрало страницу"],
    waiting: ["В очереди", "ещё не прочитаны"],
  },
  sum: "Всего",
  outlet: "Издание",
  answer: "Лента",
  seen: "Видели",
  found: "По теме",
  sourceStates: { fetched: "есть новое", unchanged: "без нового", failed: "ошибка", "not-polled": "не опрошено" },
  feedsFailed: "{failed} из {feeds}",
  problems: { one: "# сбой", few: "# сбоя", many: "# сбоев", other: "# сбоя" },
  stages: { poll: "лента", read: "страница", match: "разбор", publish: "выпуск", watchlist: "список наблюдения" },
  howToRead: "Как это читать",
  howToReadText:
    "Тезисы изложены нашими словами; цитаты из прессы дословны, на языке издания. «За» и «против» — об отношении предложения к тезису, а не о его тоне; решают правила, а не редактор, и уверенность показана у каждой цитаты. Если ясности нет, материал только «упоминает».",
  formats: "Тот же выпуск",
  madeWith: "Редакция {revision}, список наблюдения {watchlist}, дни по времени {zone}.",
  archiveEmpty: "Выпусков пока нет.",
  edition: "Выпуск",
  inProgress: "день не закончен",
  correctedShort: "исправлен",
};

const EN: Words = {
  languageName: "English",
  skip: "Skip to the content",
  archive: "Archive",
  newest: "Newest edition",
  previous: "Previous edition",
  soFar: "The day is not over: this is what has been collected so far. The edition becomes final after midnight.",
  corrected: "Corrected edition, revision {revision}: the day’s data changed after publication.",
  earlierRevision: "Earlier revision",
  tagline: "Central Asia’s press on the scales: what in it speaks for an interview’s claims, and what against",
  measuredBy: "Measured by",
  balance: "The day in the balance",
  balanceHint:
    "One square is one article: left of the axis those that speak against the claim, right of it those for it.",
  positions: "Claims and evidence",
  silentPositions: { one: "# claim nobody spoke to today", other: "# claims nobody spoke to today" },
  nothing: "No article today spoke to any of the claims.",
  themes: "Themes",
  silentThemes: "Without articles",
  moreLines: { one: "# more quotation", other: "# more quotations" },
  moreOf: {
    for: { one: "# more quotation for", other: "# more quotations for" },
    against: { one: "# more quotation against", other: "# more quotations against" },
    mentions: { one: "# more mention", other: "# more mentions" },
  },
  saidBy: "Said by",
  confidence: "confidence {percent}",
  relations: { for: "for", against: "against", mentions: "mentions" },
  relationCounts: {
    for: { other: "# for" },
    against: { other: "# against" },
    mentions: { one: "# mentions it", other: "# mention it" },
  },
  articles: { one: "# article", other: "# articles" },
  figures: {
    items: { one: "item seen", other: "items seen" },
    matched: { other: "on our themes" },
    for: { other: "for the claims" },
    against: { other: "against" },
    mentions: { one: "mention", other: "mentions" },
  },
  ownership: { state: "state-owned", private: "private", foreign: "foreign" },
  noDate: { missing: "undated", future: "dated in the future, not believed" },
  feedOnly: "feed text only",
  correctedArticle: "corrected by the outlet",
  untitled: "Untitled",
  unknownLanguage: "language unknown",
  countries: {},
  languages: {},
  coverage: "What we saw and what we did not",
  coverageLead: "Every item is counted exactly once.",
  judgedByOther: {
    one: "# article was judged by an earlier version of the watchlist.",
    other: "# articles were judged by an earlier version of the watchlist.",
  },
  states: {
    matched: ["On theme", "in this edition"],
    "below-threshold": ["Off theme", "read; none of our themes in them"],
    duplicate: ["Duplicate", "counted already under another address, or unchanged"],
    stale: ["Stale", "published before the time we look at"],
    "undated-kept": ["Undated", "read; none of our themes in them"],
    blocked: ["Blocked", "the outlet did not let us read"],
    failed: ["Not read", "the page did not open, or has no text"],
    gone: ["Gone", "the outlet removed the page"],
    waiting: ["Waiting", "not read yet"],
  },
  sum: "Total",
  outlet: "Outlet",
  answer: "Feed",
  seen: "Seen",
  found: "On theme",
  sourceStates: { fetched: "news", unchanged: "nothing new", failed: "failed", "not-polled": "not polled" },
  feedsFailed: "{failed} of {feeds}",
  problems: { one: "# problem", other: "# problems" },
  stages: { poll: "feed", read: "page", match: "matching", publish: "edition", watchlist: "watchlist" },
  howToRead: "How to read this",
  howToReadText:
    "The claims are in our words; quotations from the press are verbatim, in the outlet’s language. “For” and “against” are about what a sentence says to the claim, not about its tone; rules decide, not an editor, and each quotation shows how sure they are. Where it is not clear, an article only “mentions”.",
  formats: "The same edition as",
  madeWith: "Revision {revision}, watchlist {watchlist}, days by the clock of {zone}.",
  archiveEmpty: "No editions yet.",
  edition: "Edition",
  inProgress: "day not over",
  correctedShort: "corrected",
};

export const WORDS: Readonly<Record<DigestLanguage, Words>> = { ru: RU, en: EN };
