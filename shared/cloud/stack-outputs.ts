/**
 * The outputs of the stack on AWS, by the names under which they are read: the stack that writes them (infra) and the
 * commands that read them (cli) may not import each other.
 */
export const STACK_NAME = "Mizan";

export const STACK_OUTPUTS = [
  "ArticlesDeadLettersUrl",
  "ArticlesQueueUrl",
  "CallsDeadLettersUrl",
  "PollsDeadLettersUrl",
  "PollsQueueUrl",
  "SiteAddress",
  "SiteBucket",
  "SitePasswordStoreArn",
  "TableName",
  "WatchlistBucket",
] as const;
export type StackOutput = (typeof STACK_OUTPUTS)[number];
