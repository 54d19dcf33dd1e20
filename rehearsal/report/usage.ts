import type { LocalDate } from "../../shared/model.ts";
import type { CountedCalls, Tally } from "./tally.ts";

/** What one caller used on one day, in the units that AWS bills. */
export interface Usage {
  /** A function, or `deployer`. */
  readonly caller: string;
  readonly day: LocalDate;
  readonly invocations: number;
  /** Of queues, handled: polls of `PollFeed`, readings of `ReadArticle`. Of other functions, their invocations. */
  readonly messages: number;
  /** Each invocation rounded up, loading the function included, as measured on the machine of the rehearsal. */
  readonly billedMs: number;
  /** Request units of DynamoDB, its indexes included. */
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Requests that go with messages. The polls of an idle queue, which Lambda makes all the time, are not among them. */
  readonly sqsRequests: number;
  readonly s3Puts: number;
  readonly s3Gets: number;
  readonly s3Lists: number;
  readonly logLines: number;
  readonly logBytes: number;
  /** To and from the web. */
  readonly sentBytes: number;
  readonly receivedBytes: number;
}

/** S3's operations by the price they have (Amazon S3 pricing): listing costs what writing costs. */
const S3_KINDS: Readonly<Record<string, "s3Puts" | "s3Gets" | "s3Lists">> = {
  GetObject: "s3Gets",
  HeadBucket: "s3Gets",
  HeadObject: "s3Gets",
  ListObjects: "s3Lists",
  ListObjectsV2: "s3Lists",
  PutObject: "s3Puts",
};

const NONE = {
  invocations: 0,
  messages: 0,
  billedMs: 0,
  readUnits: 0,
  writeUnits: 0,
  sqsRequests: 0,
  s3Puts: 0,
  s3Gets: 0,
  s3Lists: 0,
  logLines: 0,
  logBytes: 0,
  sentBytes: 0,
  receivedBytes: 0,
} as const satisfies Record<Exclude<keyof Usage, "caller" | "day">, 0>;

type Amounts = { [name in keyof typeof NONE]?: number };

/** Everything that was counted, by caller and day, in their order. */
export function usageOf({ invocations, calls, capacities, logs }: Tally): readonly Usage[] {
  const rows = new Map<string, Usage>();
  const add = (caller: string, day: LocalDate, amounts: Amounts) => {
    const key = `${day} ${caller}`;
    const row = rows.get(key) ?? { caller, day, ...NONE };
    const added = Object.entries(amounts).map(([name, amount]) => [name, row[name as keyof typeof NONE] + amount]);
    rows.set(key, { ...row, ...Object.fromEntries(added) });
  };
  for (const { function: caller, day, messages, initMs, durationMs, sentBytes, receivedBytes } of invocations)
    add(caller, day, { invocations: 1, messages, billedMs: Math.ceil(initMs + durationMs), sentBytes, receivedBytes });
  for (const counted of calls) add(counted.caller, counted.day, requestsOf(counted));
  for (const { caller, day, kind, units } of capacities)
    add(caller, day, kind === "read" ? { readUnits: units } : { writeUnits: units });
  for (const { function: caller, day, lines, bytes } of logs) add(caller, day, { logLines: lines, logBytes: bytes });
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function requestsOf({ service, operation, times }: CountedCalls): Amounts {
  if (service === "sqs") return { sqsRequests: times };
  const kind = service === "s3" ? S3_KINDS[operation] : undefined;
  return kind === undefined ? {} : { [kind]: times };
}

/** What one message of each function came to on average: a poll of `PollFeed`, a reading of `ReadArticle`. */
export function perMessage(usage: readonly Usage[]): readonly Omit<Usage, "day">[] {
  return [...Map.groupBy(usage, ({ caller }) => caller)].flatMap(([caller, rows]) => {
    const total = (name: keyof typeof NONE) => rows.reduce((sum, row) => sum + row[name], 0);
    const messages = total("messages");
    if (messages === 0) return [];
    const names = Object.keys(NONE) as (keyof typeof NONE)[];
    const shares = names.map((name) => [name, Math.round((100 * total(name)) / messages) / 100] as const);
    return [{ caller, ...NONE, ...Object.fromEntries(shares) }];
  });
}
