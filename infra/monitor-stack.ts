import { CfnOutput, Stack, Tags } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { StackOutput } from "../shared/cloud/stack-outputs.ts";
import type { Monitor } from "../shared/model.ts";
import { Alarms } from "./alarms.ts";
import { deadLetters } from "./dead-letters.ts";
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
    const deadCalls = deadLetters(new Construct(this, "Calls"), alarms, "mizan-calls-dead-letters", "A call");
    const watchlist = new Watchlist(this, "Watchlist", { deadCalls, settings });
    const site = new Site(this, "Site", monitor.site);

    const common = { alarms, settings, store, watchlist };
    const reading = new Reading(this, "Reading", common);
    const polling = new Polling(this, "Polling", { ...common, articles: reading.articles, deadCalls });
    new Publishing(this, "Publishing", { ...common, monitor, site, deadCalls });

    // What fails in the others is a dead letter within minutes; a message has five receives before it is one.
    alarms.onErrorsOf([polling.pollFeed, reading.function]);
    new MonthlyBudget(this, "MonthlyBudget", settings);
    Tags.of(this).add("project", "mizan");

    this.tell({
      ArticlesDeadLettersUrl: reading.articles.deadLetters.queueUrl,
      ArticlesQueueUrl: reading.articles.queue.queueUrl,
      CallsDeadLettersUrl: deadCalls.queueUrl,
      PollsDeadLettersUrl: polling.polls.deadLetters.queueUrl,
      PollsQueueUrl: polling.polls.queue.queueUrl,
      SiteAddress: site.address,
      SiteBucket: site.bucket.bucketName,
      SitePasswordStoreArn: site.passwords.keyValueStoreArn,
      TableName: store.table.tableName,
      WatchlistBucket: watchlist.bucket.bucketName,
    });
  }

  /** Outputs, under the names by which the command line asks for them. */
  private tell(outputs: Readonly<Record<StackOutput, string>>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
