import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { Construct } from "constructs";
import type { Settings } from "./settings.ts";

/** Percent of the budget at which it writes: what was spent, and what the month is heading for. */
const WARNINGS = [
  { notificationType: "ACTUAL", threshold: 80 },
  { notificationType: "FORECASTED", threshold: 100 },
] as const;

/**
 * The account's monthly costs against what the deployer means to spend. Of the whole account: to tell one stack's costs
 * apart, its tag must be activated by hand in the billing console.
 */
export class MonthlyBudget extends Construct {
  constructor(scope: Construct, id: string, { monthlyBudgetUsd, alarmEmail }: Settings) {
    super(scope, id);
    new CfnBudget(this, "Budget", {
      budget: {
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount: monthlyBudgetUsd, unit: "USD" },
      },
      notificationsWithSubscribers:
        alarmEmail === undefined
          ? []
          : WARNINGS.map((warning) => ({
              notification: { ...warning, thresholdType: "PERCENTAGE", comparisonOperator: "GREATER_THAN" },
              subscribers: [{ subscriptionType: "EMAIL", address: alarmEmail }],
            })),
    });
  }
}
