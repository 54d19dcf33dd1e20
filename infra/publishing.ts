import { Duration } from "aws-cdk-lib";
import { ComparisonOperator, MathExpression, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { TimeZone } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { EDITIONS_ONLY } from "../shared/cloud/publishing-call.ts";
import { ITEMS_BY_DAY, WAITING_ITEMS } from "../shared/cloud/table-layout.ts";
import type { Monitor } from "../shared/model.ts";
import type { Alarms } from "./alarms.ts";
import { grantDelivery } from "./delivery.ts";
import { programFunction } from "./program-function.ts";
import { type Hours, publishingHours, silentHours } from "./publishing-hours.ts";
import { runOnSchedule } from "./run-on-schedule.ts";
import type { Settings } from "./settings.ts";
import type { Site } from "./site/site.ts";
import type { Store } from "./store.ts";
import type { Watchlist } from "./watchlist.ts";

/** A day's matches at once, rendered in each language; after a pause, every day that stayed open. */
const PUBLISHING = { memorySize: 1_024, timeout: Duration.minutes(5) } as const;

export interface PublishingProps {
  readonly alarms: Alarms;
  readonly settings: Settings;
  readonly monitor: Pick<Monitor, "deliver" | "publishAt" | "timeZone">;
  readonly store: Store;
  readonly watchlist: Watchlist;
  readonly site: Site;
  readonly deadCalls: Queue;
}

/** The digest: every day at its hour, the pages that gather all days a minute later, and each hour that of today so far. */
export class Publishing extends Construct {
  constructor(scope: Construct, id: string, props: PublishingProps) {
    super(scope, id);
    const { alarms, settings, monitor, store, watchlist, site, deadCalls } = props;
    const publishDigest = programFunction(this, "PublishDigest", {
      ...PUBLISHING,
      settings,
      isTraced: true,
      tracesRequests: false, // a trace holds 500 KB (AWS X-Ray quotas), and a publication writes hundreds of pages
      program: "publish-digest",
      description: "Publishes the editions that are due: HTML, JSON, Markdown and Atom.",
      retryAttempts: 2,
      onFailure: new SqsDestination(deadCalls),
    });
    store.grant(publishDigest, ["Query", "PutItem"], [ITEMS_BY_DAY, WAITING_ITEMS]);
    watchlist.grantRunning(publishDigest);
    site.grantPublish(publishDigest);
    if (monitor.deliver !== undefined) grantDelivery(publishDigest, monitor.deliver, store);

    const { timeZone, publishAt } = monitor;
    const { daily, gathering, soFar } = publishingHours(publishAt);
    const at = (hours: Hours) => ScheduleExpression.cron({ ...hours, timeZone: TimeZone.of(timeZone) });
    runOnSchedule(this, "Daily", publishDigest, {
      schedule: at(daily),
      description: "Publishes the digest of yesterday.",
      triedFor: Duration.hours(1),
      deadLetters: deadCalls,
      ...(gathering === undefined ? {} : { input: EDITIONS_ONLY }),
    });
    if (gathering !== undefined) {
      runOnSchedule(this, "Gathering", publishDigest, {
        schedule: at(gathering),
        description: "Writes the pages of claims, themes, outlets and stories with yesterday, and delivers its digest.",
        triedFor: Duration.hours(1),
        deadLetters: deadCalls,
      });
    }
    if (soFar !== undefined) {
      runOnSchedule(this, "Hourly", publishDigest, {
        schedule: at(soFar),
        description: "Publishes the digest of today so far, and what the daily run has missed.",
        triedFor: Duration.minutes(15),
        deadLetters: deadCalls,
      });
    }
    alarms.add(this, "NotPublished", {
      alarmName: "mizan-digest-not-published",
      alarmDescription: `The digest due at ${publishAt} (${timeZone}) was not there ${settings.publishedWithinMinutes} minutes later.`,
      // Whatever call ends well has published every day that is over; AWS counts calls and their errors for nothing.
      metric: new MathExpression({
        expression: "FILL(calls,0)-FILL(errors,0)",
        usingMetrics: { calls: publishDigest.metricInvocations(), errors: publishDigest.metricErrors() },
        label: "Publications",
        period: Duration.hours(1),
      }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: silentHours(publishAt, settings.publishedWithinMinutes),
      treatMissingData: TreatMissingData.BREACHING,
    });
  }
}
