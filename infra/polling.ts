import { Duration } from "aws-cdk-lib";
import { ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import type { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";
import { ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { TOO_MANY_FEEDS_FAILING } from "../shared/cloud/measures.ts";
import { WAITING_ITEMS } from "../shared/cloud/table-layout.ts";
import type { Alarms } from "./alarms.ts";
import { measured } from "./measured.ts";
import { programFunction } from "./program-function.ts";
import { runOnSchedule } from "./run-on-schedule.ts";
import type { Settings } from "./settings.ts";
import type { Store } from "./store.ts";
import type { Watchlist } from "./watchlist.ts";
import { WorkQueue } from "./work-queue.ts";

const SCHEDULE_EVERY = Duration.minutes(5);
/** One query for all feeds, and 200 items queued again at most: some seconds. */
const SCHEDULING = { memorySize: 512, timeout: Duration.minutes(1) } as const;
/** Feeds of one host are asked one after the other, each for 20 s at most; a long list is remembered item by item. */
const POLLING = { memorySize: 512, timeout: Duration.minutes(5) } as const;
const FEEDS_AT_A_TIME = 10;
/** As few as SQS allows: a new account runs ten functions at once, and reading needs most of them. */
const POLLERS_AT_ONCE = 2;

export interface PollingProps {
  readonly alarms: Alarms;
  readonly settings: Settings;
  readonly store: Store;
  readonly watchlist: Watchlist;
  readonly articles: WorkQueue;
  readonly deadCalls: Queue;
}

/** Every five minutes the feeds that are due are queued, and polled from the queue. */
export class Polling extends Construct {
  readonly pollFeed: NodejsFunction;
  readonly polls: WorkQueue;

  constructor(scope: Construct, id: string, props: PollingProps) {
    super(scope, id);
    const { alarms, settings, store, watchlist, articles, deadCalls } = props;
    this.polls = new WorkQueue(this, "Polls", {
      alarms,
      alarmName: "mizan-polls-dead-letters",
      what: "The poll of a feed",
      variable: "POLLS_QUEUE_URL",
      handledWithin: POLLING.timeout,
    });

    const schedulePolls = programFunction(this, "SchedulePolls", {
      ...SCHEDULING,
      settings,
      isTraced: true,
      program: "schedule-polls",
      description: "Queues feeds that are due, and items that were seen but never read.",
      // The next run comes soon, and does the same: a dead letter is one that two more tries did not mend.
      retryAttempts: 2,
      maxEventAge: SCHEDULE_EVERY,
      onFailure: new SqsDestination(deadCalls),
    });
    store.grant(schedulePolls, ["Query", "UpdateItem"], [WAITING_ITEMS]);
    watchlist.grantRunning(schedulePolls);
    this.polls.grantSend(schedulePolls);
    articles.grantSend(schedulePolls);

    this.pollFeed = programFunction(this, "PollFeed", {
      ...POLLING,
      settings,
      isTraced: settings.traceEveryMessage,
      program: "poll-feed",
      description: "Asks one feed for news, remembers what is new, and queues it for reading.",
    });
    store.grant(this.pollFeed, ["GetItem", "PutItem", "UpdateItem"]);
    watchlist.grantRunning(this.pollFeed);
    articles.grantSend(this.pollFeed);
    this.polls.deliverTo(this.pollFeed, FEEDS_AT_A_TIME, POLLERS_AT_ONCE);

    runOnSchedule(this, "Schedule", schedulePolls, {
      schedule: ScheduleExpression.rate(SCHEDULE_EVERY),
      description: "Queues the feeds that are due.",
      triedFor: SCHEDULE_EVERY,
      deadLetters: deadCalls,
    });
    alarms.add(this, "NoNewItems", {
      alarmName: "mizan-no-new-items",
      alarmDescription: `No feed had a new item for ${settings.noNewItemsHours} hours.`,
      // Every new item is queued for reading; the queue counts them for nothing.
      metric: articles.queue.metricNumberOfMessagesSent({ statistic: "Sum", period: Duration.hours(1) }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: settings.noNewItemsHours,
      treatMissingData: TreatMissingData.BREACHING,
    });
    alarms.add(this, "FeedsFailing", {
      alarmName: "mizan-feeds-failing",
      alarmDescription: `For three hours, more than ${TOO_MANY_FEEDS_FAILING} % of the feeds have failed several times in a row.`,
      metric: measured("feedsFailing", { statistic: "Minimum", period: Duration.hours(1) }),
      threshold: TOO_MANY_FEEDS_FAILING,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 3,
    });
  }
}
