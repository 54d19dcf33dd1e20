import { Duration } from "aws-cdk-lib";
import { ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";
import { ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { WAITING_ITEMS } from "../shared/cloud/table-layout.ts";
import type { Alarms } from "./alarms.ts";
import { deadLetters } from "./dead-letters.ts";
import { measured } from "./measured.ts";
import { programFunction } from "./program-function.ts";
import { runOnSchedule } from "./run-on-schedule.ts";
import type { Settings } from "./settings.ts";
import type { Store } from "./store.ts";
import type { Watchlist } from "./watchlist.ts";
import { WorkQueue } from "./work-queue.ts";

const SCHEDULE_EVERY = Duration.minutes(5);
/** One look at each feed's state, and 200 items queued again at most: some seconds. */
const SCHEDULING = { memorySize: 512, timeout: Duration.minutes(1) } as const;
/** Feeds of one host are asked one after the other, each for 20 s at most; a long list is remembered item by item. */
const POLLING = { memorySize: 512, timeout: Duration.minutes(5) } as const;
const FEEDS_AT_A_TIME = 10;
/** As few as SQS allows: a new account runs ten functions at once, and reading needs most of them. */
const POLLERS_AT_ONCE = 2;
/** Percent of all feeds. Single outlets fail daily, and the digest names them; a third of them is our own trouble. */
const TOO_MANY_FAILING = 33;

export interface PollingProps {
  readonly alarms: Alarms;
  readonly settings: Settings;
  readonly store: Store;
  readonly watchlist: Watchlist;
  readonly articles: WorkQueue;
}

/** Every five minutes the feeds that are due are queued, and polled from the queue. */
export class Polling extends Construct {
  readonly functions: readonly NodejsFunction[];
  readonly polls: WorkQueue;
  readonly scheduleDeadLetters: Queue;

  constructor(scope: Construct, id: string, { alarms, settings, store, watchlist, articles }: PollingProps) {
    super(scope, id);
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
      program: "schedule-polls",
      description: "Queues feeds that are due, and items that were seen but never read.",
      retryAttempts: 0, // the next run comes soon, and does the same
    });
    store.grant(schedulePolls, ["GetItem", "UpdateItem"], [WAITING_ITEMS]);
    watchlist.grantRunning(schedulePolls);
    this.polls.grantSend(schedulePolls);
    articles.grantSend(schedulePolls);

    const pollFeed = programFunction(this, "PollFeed", {
      ...POLLING,
      settings,
      program: "poll-feed",
      description: "Asks one feed for news, remembers what is new, and queues it for reading.",
    });
    store.grant(pollFeed, ["GetItem", "PutItem", "UpdateItem"]);
    watchlist.grantRunning(pollFeed);
    articles.grantSend(pollFeed);
    this.polls.deliverTo(pollFeed, FEEDS_AT_A_TIME, POLLERS_AT_ONCE);

    this.functions = [schedulePolls, pollFeed];
    this.scheduleDeadLetters = deadLetters(this, alarms, "mizan-schedule-dead-letters", "The call to schedule polls");
    runOnSchedule(this, "Schedule", schedulePolls, {
      schedule: ScheduleExpression.rate(SCHEDULE_EVERY),
      description: "Queues the feeds that are due.",
      triedFor: SCHEDULE_EVERY,
      deadLetters: this.scheduleDeadLetters,
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
      alarmDescription: `For three hours, more than ${TOO_MANY_FAILING} % of the feeds have failed several times in a row.`,
      metric: measured("feedsFailing", { statistic: "Minimum", period: Duration.hours(1) }),
      threshold: TOO_MANY_FAILING,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 3,
    });
  }
}
