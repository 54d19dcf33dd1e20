/**
 * The one DynamoDB table of a deployment, as plain data. It stands in `shared/` because three must agree on it who may
 * not import each other: the store that reads and writes it (functions/aws), the stack that creates it (infra), and the
 * tests. What is kept under which key is in functions/aws/dynamo/keys.ts.
 */
export interface TableLayout {
  readonly partitionKey: string;
  readonly sortKey: string;
  /** Names the number attribute (epoch seconds) after which a record may be deleted. */
  readonly expires: string;
  readonly indexes: readonly IndexLayout[];
}

export interface IndexLayout {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  /** Attributes copied into the index besides the keys. */
  readonly carries: readonly string[];
}

/** Items still waiting, oldest first: `waitingSince`, `<first seen>#<id>`, is present only while an item waits. */
export const WAITING_ITEMS = {
  name: "waiting-items",
  partitionKey: "sk",
  sortKey: "waitingSince",
  carries: ["id", "url", "source", "day"],
} as const satisfies IndexLayout;

/** The ended items of a day by id, no larger than what an edition counts: only what has ended has an `itemDay`. */
export const ITEMS_BY_DAY = {
  name: "items-by-day",
  partitionKey: "itemDay",
  sortKey: "id",
  carries: ["source", "state"],
} as const satisfies IndexLayout;

/** All keys are strings. */
export const TABLE = {
  partitionKey: "pk",
  sortKey: "sk",
  expires: "expires",
  indexes: [WAITING_ITEMS, ITEMS_BY_DAY],
} as const satisfies TableLayout;
