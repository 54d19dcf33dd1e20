import { Temporal } from "temporal-polyfill";
import { DAY, HOUR, MINUTE } from "../../shared/time.ts";
import { type NextOccurrence, parseCron } from "./cron.ts";

const UNITS: Readonly<Record<string, number>> = {
  minute: MINUTE,
  minutes: MINUTE,
  hour: HOUR,
  hours: HOUR,
  day: DAY,
  days: DAY,
};

/**
 * An expression of EventBridge Scheduler: `rate(5 minutes)`, `cron(0 7 * * ? *)` or `at(2026-02-10T07:00:00)`. A rate
 * begins at once when the schedule is created ("Rate-based schedules"); the others are read in `timeZone`.
 */
export function parseSchedule(expression: string, timeZone: string, createdMs: number): NextOccurrence {
  const [, kind, text = ""] = /^(rate|cron|at)\((.*)\)$/u.exec(expression.trim()) ?? [];
  if (kind === "cron") return parseCron(text, timeZone);
  if (kind === "rate") return parseRate(text, createdMs);
  if (kind === "at") return parseAt(text, timeZone);
  throw new Error(`"${expression}" is not a schedule: rate(…), cron(…) or at(…)`);
}

function parseRate(text: string, createdMs: number): NextOccurrence {
  const [, value, unit = ""] = /^(\d+) (\w+)$/u.exec(text) ?? [];
  const periodMs = Number(value) * (UNITS[unit] ?? Number.NaN);
  if (!(periodMs > 0)) throw new Error(`rate(${text}) is not understood: write rate(5 minutes)`);
  return (afterMs) =>
    afterMs < createdMs ? createdMs : createdMs + (Math.floor((afterMs - createdMs) / periodMs) + 1) * periodMs;
}

function parseAt(text: string, timeZone: string): NextOccurrence {
  const onceMs = Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds;
  return (afterMs) => (onceMs > afterMs ? onceMs : undefined);
}
