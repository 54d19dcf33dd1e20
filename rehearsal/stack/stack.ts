import type { JsonObject } from "../assembly/json.ts";

/** A stack as the rehearsal creates it: every intrinsic function resolved, every property checked. */
export interface Stack {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  /** Names of the two buckets that the stack tells of. */
  readonly watchlistBucket: string;
  readonly siteBucket: string;
  readonly siteAddress: string;
  readonly tables: readonly Table[];
  readonly queues: readonly Queue[];
  readonly buckets: readonly Bucket[];
  readonly functions: readonly LambdaFunction[];
  readonly eventSources: readonly EventSource[];
  readonly schedules: readonly Schedule[];
  readonly notifications: readonly Notification[];
  readonly rules: readonly Rule[];
  /** By ARN. */
  readonly roles: ReadonlyMap<string, Role>;
  /** What stands with a bucket, a queue or a function itself, by its ARN. */
  readonly resourcePolicies: ReadonlyMap<string, PolicyDocument>;
}

/** An IAM policy document, as it is. */
export type PolicyDocument = JsonObject;

export interface Role {
  readonly arn: string;
  readonly name: string;
  /** Who may take it on. */
  readonly trust: PolicyDocument;
  readonly policies: readonly { readonly name: string; readonly document: PolicyDocument }[];
  /** Of AWS's own policies, those of whose documents the rehearsal knows nothing. */
  readonly unknownPolicies: readonly string[];
}

export interface Table {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** Properties as `CreateTable` takes them. */
  readonly definition: JsonObject;
}

export interface Queue {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly visibilityMs: number;
  readonly delayMs: number;
  /** `RedrivePolicy`, as JSON. */
  readonly redrive?: { readonly deadLetterTargetArn: string; readonly maxReceiveCount: number };
}

export interface Bucket {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** Whether EventBridge is told of its objects. */
  readonly tellsEventBridge: boolean;
}

export interface LambdaFunction {
  /** Logical id. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** Folder of what would be uploaded. */
  readonly code: string;
  readonly handler: string;
  readonly runtime: string;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly role: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly isTraced: boolean;
  readonly logFormat: "JSON" | "Text";
  readonly logGroup: string;
  /** What becomes of an asynchronous invocation that fails. */
  readonly asynchronous: { readonly retries: number; readonly onFailure?: string };
}

/** Lambda receives from a queue. */
export interface EventSource {
  readonly id: string;
  readonly queue: string;
  readonly function: string;
  readonly batchSize: number;
  readonly batchingWindowMs: number;
  readonly reportsItemFailures: boolean;
}

export interface Schedule {
  readonly id: string;
  readonly group: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly function: string;
  readonly role: string;
  /** What the function is called with, as JSON text. */
  readonly input?: string;
  /** Queue for calls that could not be made. */
  readonly deadLetters?: string;
}

/** A bucket tells a function of its objects. */
export interface Notification {
  readonly bucket: string;
  /** `s3:ObjectCreated:*`. */
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
  readonly function: string;
}

/** EventBridge calls a function for the events that fit a pattern. */
export interface Rule {
  readonly id: string;
  readonly arn: string;
  readonly pattern: JsonObject;
  readonly targets: readonly {
    readonly function: string;
    /** Queue for calls that could not be made. */
    readonly deadLetters?: string;
    /** Makes the function's event of EventBridge's; without one it gets that itself. */
    readonly transformer?: { readonly paths: Readonly<Record<string, string>>; readonly template: string };
  }[];
}
