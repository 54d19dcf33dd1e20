import { Temporal } from "temporal-polyfill";
import type { Instant } from "../model.ts";

/** Month names as feeds of the region write them, by their first letters; the longest prefix that fits wins. */
const MONTHS: Readonly<Record<string, number>> = {
  // English
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  // Russian, Kyrgyz and Tajik share the roots
  янв: 1,
  фев: 2,
  мар: 3,
  апр: 4,
  май: 5,
  мая: 5,
  июн: 6,
  июл: 7,
  авг: 8,
  сен: 9,
  окт: 10,
  ноя: 11,
  дек: 12,
  // Kazakh
  қаң: 1,
  ақп: 2,
  нау: 3,
  сәу: 4,
  мам: 5,
  мау: 6,
  шіл: 7,
  там: 8,
  қыр: 9,
  қаз: 10,
  қар: 11,
  жел: 12,
  // Uzbek, Latin and Cyrillic
  yan: 1,
  fev: 2,
  iyun: 6,
  iyul: 7,
  avg: 8,
  sen: 9,
  okt: 10,
  noy: 11,
  dek: 12,
  июнь: 6,
  июль: 7,
  // Kyrgyz folk names
  үчт: 1,
  бир: 2,
  жал: 3,
  чын: 4,
  буг: 5,
  кул: 6,
  тек: 7,
  баш: 8,
  аяк: 9,
  тог: 10,
  жет: 11,
  беш: 12,
};

/** Abbreviated zones found in feeds of the region, as minutes east of UTC (IANA names where they are historical). */
const ZONES: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  ut: 0,
  z: 0,
  msk: 180, // Moscow
  azt: 240, // Baku
  uzt: 300,
  tjt: 300,
  tmt: 300,
  aqtt: 300, // Tashkent, Dushanbe, Ashgabat, Aktobe
  almt: 300, // Almaty, UTC+5 since 1 March 2024
  kgt: 360, // Bishkek
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420, // RFC 822
};

const ISO = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(.*)$/iu;
const WORDS =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(\p{L}+)\.?,?[\s.-]+(\d{4}|\d{2})(?:\s*(?:г\.?|года|жылы|йил))?,?\s*(?:(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(.*)$/iu;
const MONTH_FIRST =
  /^(?:\p{L}+,?\s+)?(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4}),?\s*(?:(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(.*)$/iu;
const DOTTED = /^(\d{1,2})[./](\d{1,2})[./](\d{4}),?\s*(?:(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(.*)$/u;

interface Parts {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number;
  readonly time: readonly (string | undefined)[];
  readonly zone: string;
}

/**
 * A date as outlets write it: ISO 8601, RFC 822, Russian, Kazakh, Uzbek and Kyrgyz month names, `10.02.2026 09:12`.
 * Without a zone it is read in `timeZone`. Undefined where it is no date.
 */
export function parseDate(text: string, timeZone: string): Instant | undefined {
  const parts = partsOf(text.trim());
  if (parts?.month === undefined) return undefined;
  const [hour = "0", minute = "0", second = "0"] = parts.time;
  try {
    const local = Temporal.PlainDateTime.from(
      {
        year: parts.year,
        month: parts.month,
        day: parts.day,
        hour: Number(hour),
        minute: Number(minute),
        second: Math.min(Number(second), 59),
      },
      { overflow: "reject" },
    );
    const offset = offsetOf(parts.zone);
    const zoned = local.toZonedDateTime(offset === undefined ? timeZone : "UTC");
    return new Date(zoned.epochMilliseconds - (offset ?? 0) * 60_000).toISOString();
  } catch {
    return undefined; // the thirtieth of February, an hour of 25
  }
}

function partsOf(text: string): Parts | undefined {
  const iso = ISO.exec(text);
  if (iso)
    return {
      year: Number(iso[1]),
      month: Number(iso[2]),
      day: Number(iso[3]),
      time: iso.slice(4, 7),
      zone: iso[7] ?? "",
    };
  const words = WORDS.exec(text);
  if (words)
    return {
      year: fullYear(words[3] ?? ""),
      month: monthOf(words[2] ?? ""),
      day: Number(words[1]),
      time: words.slice(4, 7),
      zone: words[7] ?? "",
    };
  const english = MONTH_FIRST.exec(text);
  if (english)
    return {
      year: Number(english[3]),
      month: monthOf(english[1] ?? ""),
      day: Number(english[2]),
      time: english.slice(4, 7),
      zone: english[7] ?? "",
    };
  const dotted = DOTTED.exec(text);
  if (dotted)
    return {
      year: Number(dotted[3]),
      month: Number(dotted[2]),
      day: Number(dotted[1]),
      time: dotted.slice(4, 7),
      zone: dotted[7] ?? "",
    };
  return undefined;
}

/** Two-digit years as RFC 2822 §4.3 reads them. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function monthOf(name: string): number | undefined {
  const word = name.toLowerCase();
  return MONTHS[word.slice(0, 4)] ?? MONTHS[word.slice(0, 3)];
}

/** Minutes east of UTC: `+0600`, `+06:00`, `+6`, `GMT+5`, `MSK`. Undefined where no zone is named. */
function offsetOf(zone: string): number | undefined {
  const numeric = /^(?:gmt|utc)?\s*([+-])(\d{1,2}):?(\d{2})?(?!\d)/iu.exec(zone);
  if (numeric) {
    const [, sign, hours, minutes = "0"] = numeric;
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  }
  return ZONES[/^[a-z]+/iu.exec(zone)?.[0].toLowerCase() ?? ""];
}
