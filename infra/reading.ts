import { Duration } from "aws-cdk-lib";
import type { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";
import { Construct } from "constructs";
import type { Alarms } from "./alarms.ts";
import { programFunction } from "./program-function.ts";
import type { Settings } from "./settings.ts";
import type { Store } from "./store.ts";
import type { Watchlist } from "./watchlist.ts";
import { WorkQueue } from "./work-queue.ts";

/** Pages of one host are asked for one after the other, each for 20 s at most. The matcher and a few DOMs need 250 MB. */
const READING = { memorySize: 512, timeout: Duration.minutes(5) } as const;
const ARTICLES_AT_A_TIME = 10;
/** A day's articles are read in an hour by one; five empty a full queue soon, and fit into a new account's ten. */
const READERS_AT_ONCE = 5;

export interface ReadingProps {
  readonly alarms: Alarms;
  readonly settings: Settings;
  readonly store: Store;
  readonly watchlist: Watchlist;
}

/** New items are read from their queue: page, language, themes, positions. */
export class Reading extends Construct {
  readonly function: NodejsFunction;
  readonly articles: WorkQueue;

  constructor(scope: Construct, id: string, { alarms, settings, store, watchlist }: ReadingProps) {
    super(scope, id);
    this.articles = new WorkQueue(this, "Articles", {
      alarms,
      alarmName: "mizan-articles-dead-letters",
      what: "The reading of an article",
      variable: "ARTICLES_QUEUE_URL",
      handledWithin: READING.timeout,
    });
    this.function = programFunction(this, "ReadArticle", {
      ...READING,
      settings,
      isTraced: settings.traceEveryMessage,
      program: "read-article",
      description: "Reads one article to its end: page, language, themes, positions.",
    });
    store.grant(this.function, ["GetItem", "PutItem", "UpdateItem"]);
    watchlist.grantRunning(this.function);
    this.articles.grantSend(this.function); // a reading that is put off
    this.articles.deliverTo(this.function, ARTICLES_AT_A_TIME, READERS_AT_ONCE);
  }
}
