/** What went differently than it should, by what it would have been on AWS. Each kind makes the rehearsal fail. */
export const FINDING_KINDS = {
  "dead letter": "messages that nobody could handle",
  deploy: "CloudFormation would stop",
  denied: "calls that IAM refuses",
  differs: "pages that are not what `npm run demo` makes",
  failed: "invocations that failed",
  "left over": "messages that nobody received",
  memory: "functions that outgrew their memory",
  network: "connections to where nobody should go",
  "not rehearsed": "parts of the stack that the rehearsal does not know",
} as const;
export type FindingKind = keyof typeof FINDING_KINDS;

export interface Finding {
  readonly kind: FindingKind;
  /** Where, what and which value. */
  readonly text: string;
  /** How often it happened. */
  readonly times: number;
}

export interface Findings {
  add(kind: FindingKind, text: string): void;
  /** In the order in which they first happened. */
  all(): readonly Finding[];
}

export function createFindings(): Findings {
  const found = new Map<string, Finding>();
  return {
    add: (kind, text) => {
      const key = `${kind} ${text}`;
      found.set(key, { kind, text, times: (found.get(key)?.times ?? 0) + 1 });
    },
    all: () => [...found.values()],
  };
}
