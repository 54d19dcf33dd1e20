import { DAY, HOUR, MINUTE, SECOND } from "../../../shared/time.ts";
import { UsageError } from "../../usage-error.ts";
import type { Workload } from "./workload.ts";

const UNITS: Readonly<Record<string, number>> = { s: SECOND, min: MINUTE, h: HOUR, d: DAY };

/** A workload as it is typed, as far as it is. Throws a `UsageError` for what is no number or no duration. */
export function parseWorkload(typed: {
  readonly sources?: string;
  readonly articles?: string;
  readonly every?: string;
}): Partial<Workload> {
  return {
    ...(typed.sources === undefined ? {} : { feeds: count("--sources", typed.sources) }),
    ...(typed.articles === undefined ? {} : { articlesPerDay: count("--articles", typed.articles) }),
    ...(typed.every === undefined ? {} : { pollEveryMs: duration(typed.every) }),
  };
}

function count(option: string, text: string): number {
  const number = Number(text.replaceAll(",", ""));
  if (Number.isInteger(number) && number > 0) return number;
  throw new UsageError(`${option} ${text}: write a whole number such as 40`);
}

function duration(text: string): number {
  const [, number, unit = ""] = /^(\d+) ?(\w+)$/u.exec(text) ?? [];
  const milliseconds = Number(number) * (UNITS[unit] ?? Number.NaN);
  if (milliseconds > 0) return milliseconds;
  throw new UsageError(`--every ${text}: write a number and a unit, as in monitor.yaml: "15 min" or "1 h"`);
}
