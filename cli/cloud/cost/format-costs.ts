import { MINUTE } from "../../../shared/time.ts";
import { table } from "../table.ts";
import { type Cost, total } from "./price-usage.ts";
import type { Workload } from "./workload.ts";

/** The costs of a month: one near the beginning, and one when as much is kept as ever will be. */
export interface Months {
  readonly first: readonly Cost[];
  readonly full: readonly Cost[];
}

/** As many rows are named as dear. */
const NAMED = 5;

/** A table of services and months, and what the money goes for. */
export function formatCosts({ first, full }: Months, workload: Workload, prices: string): string {
  const services = [...new Set(first.map(({ price }) => price.service))];
  const costsOf = (service: string, costs: readonly Cost[]) =>
    total(costs.filter(({ price }) => price.service === service));
  const rows = services
    .map((service) => ({ service, first: costsOf(service, first), full: costsOf(service, full) }))
    .toSorted((a, b) => b.full.usd - a.full.usd)
    .map((row) => [row.service, ...amounts(row.first), ...amounts(row.full)]);
  const head = [
    ["USD a month", "first", "", `after ${workload.retentionDays} days`, ""],
    ["", "in full", "less free tier", "in full", "less free tier"],
  ];
  const sums = ["all", ...amounts(total(first)), ...amounts(total(full))];
  const dearest = full.toSorted((a, b) => b.usd - a.usd).slice(0, NAMED);
  const named = dearest.map(({ price, quantity, usd }) => [
    usd.toFixed(2),
    `${price.service}:`,
    `${round(quantity)} ${price.unit}`,
  ]);
  return [
    `${describe(workload)}; ${prices}, before taxes.\n`,
    table([...head, ...rows, sums], ["left", "right", "right", "right", "right"]),
    `\nDearest after ${workload.retentionDays} days`,
    table(named, ["right"]).replace(/^/gmu, "  "),
  ].join("\n");
}

/** `40 feeds, each every 15 min at most (520 polls a day), 3,000 new articles a day`. */
export function describe({ feeds, pollEveryMs, pollsPerDay, articlesPerDay }: Workload): string {
  const polls = `each every ${pollEveryMs / MINUTE} min at most (${round(pollsPerDay)} polls a day)`;
  return `${feeds} feeds, ${polls}, ${round(articlesPerDay)} new articles a day`;
}

function amounts({ usd, usdAfterFree }: ReturnType<typeof total>): readonly [string, string] {
  return [usd.toFixed(2), usdAfterFree.toFixed(2)];
}

/** Three digits say enough: `1,310,000`, `0.0123`. */
function round(quantity: number): string {
  return new Intl.NumberFormat("en", { maximumSignificantDigits: 3 }).format(quantity);
}
