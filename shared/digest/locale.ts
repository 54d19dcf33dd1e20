import type { DigestLanguage, Instant, LanguageTag, LocalDate, Wording } from "../model.ts";
import { localDate } from "../time.ts";
import { type Forms, WORDS, type Words } from "./wording.ts";

/** How one language says things; times are those of the edition's zone. */
export interface Locale {
  readonly language: DigestLanguage;
  readonly words: Words;
  /** Its wording; a dash does not begin a line. */
  pick(wording: Wording): string;
  /** `{name}` in a sentence filled in. */
  fill(sentence: string, values: Readonly<Record<string, string | number>>): string;
  /** `3 материала`: number and noun do not part at a line's end. */
  count(number: number, forms: Forms): string;
  number(number: number): string;
  /** 0 to 1 as `80 %`. */
  percent(share: number): string;
  weekday(date: LocalDate): string;
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

const TAGS: Readonly<Record<DigestLanguage, string>> = { ru: "ru-RU", en: "en-GB" };
const NO_BREAK_SPACE = "\u00a0";

export function localeOf(language: DigestLanguage, timeZone: string): Locale {
  const tag = TAGS[language];
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
    return (date: string) => format.format(Date.parse(`${date}T12:00:00Z`)).replace(/[\s\u202f]г\.$/u, "");
  };
  const full = ofDay({ day: "numeric", month: "long", year: "numeric" });
  const month = ofDay({ month: "long", year: "numeric" });
  const dayAndMonth = ofDay({ day: "numeric", month: "long" });
  return {
    language,
    words,
    pick: (wording) => wording[language].replaceAll(" — ", `${NO_BREAK_SPACE}— `),
    fill: (sentence, values) => sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole)),
    count: (number, forms) =>
      (forms[plural.select(number)] ?? forms.other)
        .replace("# ", `#${NO_BREAK_SPACE}`)
        .replace("#", numbers.format(number)),
    number: (number) => numbers.format(number),
    percent: (share) => percents.format(share),
    weekday: ofDay({ weekday: "long" }),
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
