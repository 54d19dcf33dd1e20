import type { DigestLanguage, Instant, LanguageTag, LocalDate, Wording } from "../model.ts";
import { localDate } from "../time.ts";
import { html, type Markup } from "./escape.ts";
import type { Forms, Words } from "./wording/words.ts";
import { WORDS } from "./wording.ts";

/** How one language says things; times are those of the edition's zone. */
export interface Locale {
  readonly language: DigestLanguage;
  /** With script and region, for dates and numbers (BCP 47). */
  readonly tag: string;
  readonly words: Words;
  /** Its wording, or the Russian one where it has none; neither a dash nor a plus begins a line. */
  pick(wording: Wording): string;
  /** The same for a page: where it is in another language than the page, it says so. */
  text(wording: Wording): Markup;
  /** `{name}` in a sentence filled in. */
  fill(sentence: string, values: Readonly<Record<string, string | number>>): string;
  /** `3 материала`: number and noun do not part at a line's end. */
  count(number: number, forms: Forms): string;
  number(number: number): string;
  /** 0 to 1 as `80 %`. */
  percent(share: number): string;
  weekday(date: LocalDate): string;
  weekdayShort(date: LocalDate): string;
  /** `10 февраля 2026`. */
  date(date: LocalDate): string;
  /** `10 февраля`. */
  dayAndMonth(date: LocalDate): string;
  /** `февраль 2026`, of a date or a month. */
  month(date: string): string;
  /** The time of day, after its date where that is not `day`. */
  time(instant: Instant, day: LocalDate): string;
  country(code: string): string;
  languageName(tag: LanguageTag): string;
}

const TAGS: Readonly<Record<DigestLanguage, string>> = {
  ru: "ru-RU",
  en: "en-GB",
  kk: "kk-Cyrl-KZ",
  uz: "uz-Latn-UZ",
};
/** What stands in for a wording that a language lacks. */
const FALLBACK = "ru";
const NO_BREAK_SPACE = "\u00a0";

/** Intl takes milliseconds to learn a language, and hundreds of pages ask for the same few. */
const known = new Map<string, Locale>();

export function localeOf(language: DigestLanguage, timeZone: string): Locale {
  const key = `${language} ${timeZone}`;
  const locale = known.get(key) ?? makeLocale(language, timeZone);
  known.set(key, locale);
  return locale;
}

function makeLocale(language: DigestLanguage, timeZone: string): Locale {
  const tag = TAGS[language];
  if (Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0)
    throw new Error(`this runtime has no dates and numbers in ${tag}: it needs Node with all of ICU`);
  const words = WORDS[language];
  const plural = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  const percents = new Intl.NumberFormat(tag, { style: "percent" });
  const regions = new Intl.DisplayNames(tag, { type: "region" });
  const languages = new Intl.DisplayNames(tag, { type: "language" });
  const clock = new Intl.DateTimeFormat(tag, { timeZone, hour: "2-digit", minute: "2-digit" });
  // A calendar day has no zone: it is put at noon UTC and read there.
  const ofDay = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { timeZone: "UTC", ...options });
    return (date: string) =>
      format
        .format(Date.parse(`${date}T12:00:00Z`))
        .replace(/[\s\u202f]г\.$/u, "")
        .replace(/ (?=ж\.)/u, NO_BREAK_SPACE);
  };
  const full = ofDay({ day: "numeric", month: "long", year: "numeric" });
  const month = ofDay({ month: "long", year: "numeric" });
  const dayAndMonth = ofDay({ day: "numeric", month: "long" });
  const pick = (wording: Wording) => (wording[language] ?? wording[FALLBACK]).replace(/ (?=[—+])/gu, NO_BREAK_SPACE);
  return {
    language,
    tag,
    words,
    pick,
    text: (wording) =>
      wording[language] === undefined ? html`<span lang="${FALLBACK}">${pick(wording)}</span>` : html`${pick(wording)}`,
    fill: (sentence, values) => sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole)),
    count: (number, forms) =>
      (forms[plural.select(number)] ?? forms.other)
        .replace("# ", `#${NO_BREAK_SPACE}`)
        .replace("#", numbers.format(number)),
    number: (number) => numbers.format(number),
    percent: (share) => percents.format(share),
    weekday: ofDay({ weekday: "long" }),
    weekdayShort: ofDay({ weekday: "short" }),
    date: full,
    dayAndMonth,
    month: (date) => month(date.length === 7 ? `${date}-01` : date),
    time: (instant, day) => {
      const own = localDate(instant, timeZone);
      const time = clock.format(Date.parse(instant));
      return own === day ? time : `${own.slice(0, 4) === day.slice(0, 4) ? dayAndMonth(own) : full(own)}, ${time}`;
    },
    country: (code) => words.countries[code] ?? nameOr(code, () => regions.of(code)),
    languageName: (code) =>
      code === "und" ? words.unknownLanguage : (words.languages[code] ?? nameOr(code, () => languages.of(code))),
  };
}

/** The name, or the code itself where there is none or it is no code (`Intl.DisplayNames.of` throws a RangeError). */
function nameOr(code: string, name: () => string | undefined): string {
  try {
    return name() ?? code;
  } catch {
    return code;
  }
}
