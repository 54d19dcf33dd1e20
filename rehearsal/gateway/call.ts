import type { Access } from "../iam/judge.ts";

/** A request to an embedded server, as the gateway received it. */
export interface Request {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What a request asks of a service, in IAM's terms, and how that service says no. */
export interface Call {
  readonly service: string;
  readonly operation: string;
  /** All of them must be allowed. */
  readonly accesses: readonly Access[];
}

export const SERVICES = ["dynamodb", "s3", "sqs"] as const;
export type ServiceName = (typeof SERVICES)[number];

/** One service's protocol. */
export interface Protocol {
  /** Throws an `UnknownCall` where it is none that the rehearsal can judge. */
  read(request: Request, place: { readonly account: string; readonly region: string }): Call;
  /** The answer of the service to who is not allowed to. */
  refuse(message: string): Answer;
}

export class UnknownCall extends Error {
  override readonly name = "UnknownCall";
}

export function jsonOf(body: Buffer): Readonly<Record<string, unknown>> {
  const value: unknown = body.length === 0 ? {} : JSON.parse(body.toString("utf8"));
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** The operation named by `X-Amz-Target`: `DynamoDB_20120810.PutItem` → `PutItem`. */
export function targetOf({ headers }: Request): string {
  return headers["x-amz-target"]?.split(".").at(-1) ?? "";
}
