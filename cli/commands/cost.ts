import { join } from "node:path";
import process from "node:process";
import { STACK_NAME } from "../../shared/cloud/stack-outputs.ts";
import { estimateUsage } from "../cloud/cost/estimate-usage.ts";
import { describe, formatCosts, type Months } from "../cloud/cost/format-costs.ts";
import { priceUsage, total } from "../cloud/cost/price-usage.ts";
import { PRICES_OF, REGIONS, type Region } from "../cloud/cost/prices.ts";
import { readRehearsalReport } from "../cloud/cost/rehearsal-report.ts";
import { stackFacts } from "../cloud/cost/stack-facts.ts";
import { type Workload, workloadOf } from "../cloud/cost/workload.ts";
import { readTemplate } from "../cloud/template.ts";
import { checkedWatchlist, readWatchFolder } from "../local/watch-folder.ts";
import { UsageError } from "../usage-error.ts";

export interface CostOptions {
  /** The repository. */
  readonly root: string;
  readonly watch: string;
  readonly data: string;
  /** What is otherwise than in the watchlist. */
  readonly other?: Partial<Workload>;
  readonly region?: string;
}

const DAYS_OF_FIRST_MONTH = 30;

/** Prints what Mizan costs in a month, from the counts of the last rehearsal. */
export async function cost(options: CostOptions): Promise<void> {
  const { months, workload, region } = await estimate(options);
  process.stdout.write(`${formatCosts(months, workload, `${region}, prices of ${PRICES_OF}`)}\n`);
}

/** The same in a line; without a rehearsal, how to come by it. */
export async function costLine(options: CostOptions): Promise<string> {
  try {
    const { months, workload } = await estimate(options);
    const [first, full] = [total(months.first), total(months.full)].map(({ usd }) => usd.toFixed(2));
    return `about ${first} USD in the first month, ${full} once ${workload.retentionDays} days are kept, without free tier (${describe(workload)})`;
  } catch (error) {
    if (error instanceof UsageError) return 'run "npm run rehearse", then "npm run cost"';
    throw error;
  }
}

async function estimate({ root, watch, data, other, region = process.env.AWS_REGION ?? REGIONS[0] }: CostOptions) {
  const workload = workloadOf(checkedWatchlist(await readWatchFolder(watch)), other);
  const report = await readRehearsalReport(data);
  const facts = stackFacts(await readTemplate(join(root, "cdk.out"), STACK_NAME));
  const known: Region = REGIONS.find((one) => one === region) ?? REGIONS[0];
  const monthOf = (daysKept: number) => priceUsage(estimateUsage(report, workload, facts, daysKept), known);
  const months: Months = { first: monthOf(DAYS_OF_FIRST_MONTH), full: monthOf(workload.retentionDays) };
  return { months, workload, region: known === region ? known : `${known}, for want of the prices of ${region}` };
}
