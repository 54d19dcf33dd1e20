import { Temporal } from "temporal-polyfill";

/** One of cron's six fields: the values it allows. */
interface Field {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Words for values, the first for `from`. */
  readonly words?: readonly string[];
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** Amazon EventBridge Scheduler, "Cron-based schedules". */
const FIELDS = [
  { name: "minutes", from: 0, to: 59 },
  { name: "hours", from: 0, to: 23 },
  { name: "day of month", from: 1, to: 31 },
  { name: "month", from: 1, to: 12, words: MONTHS },
  { name: "day of week", from: 1, to: 7, words: WEEKDAYS },
  { name: "year", from: 1970, to: 2199 },
] as const satisfies readonly Field[];

/** How far ahead an occurrence is looked for, in days: a leap year and then some. */
const HORIZON_DAYS = 4 * 366;

/** Tells when a schedule is due next: the first occurrence after `afterMs`, in epoch milliseconds. */
export type NextOccurrence = (afterMs: number) => number | undefined;

/**
 * `cron(minutes hours day-of-month month day-of-week year)`, the part between the brackets, in `timeZone`. A time that
 * the zone skips is left out, one that it has twice counts once, as Scheduler says of daylight saving time. Throws
 * where the expression is none that Scheduler takes, or uses `L`, `W` or `#`, which are not rehearsed.
 */
export function parseCron(expression: string, timeZone: string): NextOccurrence {
  const texts = expression.trim().split(/\s+/u);
  if (texts.length !== FIELDS.length) throw new Error(`cron(${expression}): ${FIELDS.length} fields are needed`);
  if ([texts[2], texts[4]].filter((text) => text === "?").length !== 1)
    throw new Error(`cron(${expression}): exactly one of day of month and day of week must be ?`);
  const sets = FIELDS.map((field, i) => parseField(texts[i] ?? "", field, expression));
  const [minutes, hours, days, months, weekdays, years] = sets;
  const isDue = (date: Temporal.PlainDate) =>
    months?.has(date.month) === true &&
    days?.has(date.day) === true &&
    weekdays?.has((date.dayOfWeek % 7) + 1) === true &&
    years?.has(date.year) === true;
  const times = [...(hours ?? [])].flatMap((hour) => [...(minutes ?? [])].map((minute) => ({ hour, minute })));

  return (afterMs) => {
    const first = Temporal.Instant.fromEpochMilliseconds(afterMs).toZonedDateTimeISO(timeZone).toPlainDate();
    for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
      const date = first.add({ days: ahead });
      if (!isDue(date)) continue;
      const due = times.map((time) => epochOf(date, time, timeZone)).filter((time) => time !== undefined);
      const next = due.filter((time) => time > afterMs).toSorted((a, b) => a - b)[0];
      if (next !== undefined) return next;
    }
    return undefined;
  };
}

function epochOf(date: Temporal.PlainDate, time: { hour: number; minute: number }, timeZone: string) {
  const local = date.toPlainDateTime(time);
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  return zoned.toPlainDateTime().equals(local) ? zoned.epochMilliseconds : undefined;
}

function parseField(text: string, field: Field, expression: string): ReadonlySet<number> {
  const values = new Set<number>();
  for (const part of text.split(",")) {
    const [range = "", step = "1"] = part.split("/");
    const [start, end] = boundsOf(range, part.includes("/"), field);
    if (![start, end, Number(step)].every(Number.isInteger) || start < field.from || end > field.to || Number(step) < 1)
      throw new Error(`cron(${expression}): ${field.name} "${text}" is not understood`);
    for (let value = start; value <= end; value += Number(step)) values.add(value);
  }
  return values;
}

function boundsOf(range: string, hasStep: boolean, { from, to, words }: Field): readonly [number, number] {
  if (range === "*" || range === "?") return [from, to];
  const numberOf = (text: string) => {
    const word = words?.indexOf(text.toUpperCase()) ?? -1;
    return word >= 0 ? from + word : /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  };
  const [start = "", end] = range.split("-");
  return [numberOf(start), end === undefined ? (hasStep ? to : numberOf(start)) : numberOf(end)];
}
