/**
 * How months are written beside a day, without endings: English; Russian, with what Kyrgyz, Tajik and Uzbek in Cyrillic
 * share with it; Kazakh; Uzbek in Latin; Turkmen.
 */
const MONTHS = [
  "january|jan|январ|янв|қаңтар|yanvar|ýanwar",
  "february|feb|феврал|фев|ақпан|fevral|fewral",
  "march|mar|март|наурыз|mart",
  "april|apr|апрел|апр|сәуір|aprel",
  "may|ма[йяею]|мамыр|maý",
  "june|jun|июн|маусым|iyun|iýun",
  "july|jul|июл|шілде|iyul|iýul",
  "august|aug|август|авг|тамыз|avgust|awgust",
  "september|sept|sep|сентябр|сент|сен|қыркүйек|sentabr|sentyabr|sentýabr",
  "october|oct|октябр|окт|қазан|oktabr|oktyabr|oktýabr",
  "november|nov|ноябр|нояб|ноя|қараша|noyabr|noýabr",
  "december|dec|декабр|дек|желтоқсан|dekabr",
];
/** Days of a leap year before each month. */
const DAYS_BEFORE = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335];
const YEAR = 366;
const LONGEST_MONTH = 31;

/** Case endings, Russian and Turkic. */
const ENDING =
  "(?:[аеиуыьюя]|[дт][аеоө](?:н|ғы|гі|ги)?|нан|нен|[ндт][ыиі][нң]|нинг|[гғқк][аеә](?:ча)?|[dt][ae](?:n|gi|ky)?|däki|[gq]a(?:cha)?|ning|n[iy]ň|[yi](?:nda|nde)?)?";
const MONTH = `(?<month>${MONTHS.join("|")})${ENDING}(?!\\p{L})`;
/** "8", "8-го", "8-nji", "8th", "с 6 по 8", "6–8". */
const DAY =
  "(?<![\\p{L}\\p{N}.,])(?:(?<from>\\d{1,2}) ?(?:[-–—]|и|по|до|and|to) ?)?(?<day>\\d{1,2})(?:-?го|-?уми|-?nj[iy]|st|nd|rd|th)?";
/** "May 8": only English has the month in front, and each row begins with its name. */
const ENGLISH = MONTHS.map((names) => names.slice(0, names.indexOf("|"))).join("|");
const DATES: readonly RegExp[] = [
  `${DAY}[\\s.-]{1,2}(?:of )?${MONTH}`,
  `(?<!\\p{L})(?<month>${ENGLISH}) (?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\p{N}]|[.,:]\\d)`,
  // 08.05.2020
  "(?<![\\d.])(?<day>\\d{1,2})\\.(?<number>\\d{1,2})\\.(?:\\d{4}|\\d{2})(?![\\d.])",
].map((pattern) => new RegExp(pattern, "giu"));
const NAMED = MONTHS.map((names) => new RegExp(`^(?:${names})$`, "iu"));

/** The days of the year that a text names, 1 to 366, whatever the year; repeated where repeated. */
export function daysIn(text: string): number[] {
  return DATES.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ groups = {} }) => {
      const { month = "", number, day = "", from = day } = groups;
      const at = number === undefined ? NAMED.findIndex((name) => name.test(month)) : Number(number) - 1;
      const before = DAYS_BEFORE[at];
      const days = [...new Set([from, day])].map(Number).filter((written) => written >= 1 && written <= LONGEST_MONTH);
      return before === undefined ? [] : days.map((written) => before + written);
    }).flat(),
  );
}

/** The text without the days it names, for what is counted in it. */
export function withoutDays(text: string): string {
  return DATES.reduce((rest, pattern) => rest.replace(pattern, ";"), text);
}

/** Days between the nearest two of both, half a year at most, for no year is known; undefined where either names none. */
export function daysBetween(a: Uint32Array, b: Uint32Array): number | undefined {
  let least: number | undefined;
  for (const one of a) {
    for (const other of b) {
      const apart = Math.abs(one - other);
      least = Math.min(least ?? YEAR, apart, YEAR - apart);
    }
  }
  return least;
}
