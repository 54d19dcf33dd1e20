import { CfnOutput, Stack, Tags } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { StackOutput } from "../shared/cloud/stack-outputs.ts";
import type { Monitor } from "../shared/model.ts";
import { Alarms } from "./alarms.ts";
import { MonthlyBudget } from "./monthly-budget.ts";
import { Polling } from "./polling.ts";
import { Publishing } from "./publishing.ts";
import { Reading } from "./reading.ts";
import type { Settings } from "./settings.ts";
import { Site } from "./site/site.ts";
import { Store } from "./store.ts";
import { Watchlist } from "./watchlist.ts";

export interface MonitorStackProps {
  readonly settings: Settings;
  /** What AWS must know of the watchlist; a change here takes effect with the next deployment. */
  readonly monitor: Pick<Monitor, "deliver" | "publishAt" | "site" | "timeZone">;
}

/** All of Mizan on AWS, in any account and region. */
export class MonitorStack extends Stack {
  constructor(scope: Construct, id: string, { settings, monitor }: MonitorStackProps) {
    super(scope, id, { description: "Mizan: weighs each day's Central Asian press against what one expert said." });
    const alarms = new Alarms(this, "Alarms", settings);
    const store = new Store(this, "Store", settings);
    const watchlist = new Watchlist(this, "Watchlist", { alarms, settings });
    const site = new Site(this, "Site", monitor.site);

    const common = { alarms, settings, store, watchlist };
    const reading = new Reading(this, "Reading", common);
    const polling = new Polling(this, "Polling", { ...common, articles: reading.articles });
    const publishing = new Publishing(this, "Publishing", { ...common, monitor, site });

    alarms.onErrorsOf([watchlist.function, ...polling.functions, reading.function, publishing.function]);
    new MonthlyBudget(this, "MonthlyBudget", settings);
    Tags.of(this).add("project", "mizan");

    this.tell({
      ArticlesDeadLettersUrl: reading.articles.deadLetters.queueUrl,
      ArticlesQueueUrl: reading.articles.queue.queueUrl,
      PollsDeadLettersUrl: polling.polls.deadLetters.queueUrl,
      PollsQueueUrl: polling.polls.queue.queueUrl,
      PublishingDeadLettersUrl: publishing.deadLetters.queueUrl,
      ScheduleDeadLettersUrl: polling.scheduleDeadLetters.queueUrl,
      SiteAddress: site.address,
      SiteBucket: site.bucket.bucketName,
      SitePasswordStoreArn: site.passwords.keyValueStoreArn,
      TableName: store.table.tableName,
      WatchlistBucket: watchlist.bucket.bucketName,
      WatchlistDeadLettersUrl: watchlist.deadLetters.queueUrl,
    });
  }

  /** Outputs, under the names by which the command line asks for them. */
  private tell(outputs: Readonly<Record<StackOutput, string>>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
