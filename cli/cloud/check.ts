import { UsageError } from "../usage-error.ts";

/** What a check found. */
export interface Finding {
  /** `problem` must be mended before a deploy; `skipped` could not be told, for a reason that is a problem elsewhere. */
  readonly state: "good" | "warning" | "problem" | "skipped";
  /** What was found, in a line; for a warning or problem also what to do. */
  readonly says: string;
}

export interface Check {
  readonly title: string;
  /** Titles of checks that must have gone well for this one to make sense. */
  readonly after?: readonly string[];
  readonly find: () => Promise<Finding> | Finding;
}

export interface CheckedFinding extends Finding {
  readonly title: string;
}

/** Runs checks one after the other, telling each as it is done. */
export async function runChecks(
  checks: readonly Check[],
  tell: (finding: CheckedFinding) => void = () => undefined,
): Promise<readonly CheckedFinding[]> {
  const findings: CheckedFinding[] = [];
  for (const { title, after = [], find } of checks) {
    const missing = findings.find((earlier) => after.includes(earlier.title) && !wentWell(earlier));
    const finding = { title, ...(missing === undefined ? await find() : skipped(`needs ${missing.title}`)) };
    findings.push(finding);
    tell(finding);
  }
  return findings;
}

export function wentWell({ state }: Finding): boolean {
  return state === "good" || state === "warning";
}

const MARKS: Readonly<Record<Finding["state"], string>> = { good: "✓", warning: "!", problem: "✗", skipped: "-" };

/** `✗ region: no AWS region: set AWS_REGION, …`. */
export function formatFinding({ state, title, says }: CheckedFinding): string {
  return `${MARKS[state]} ${title}: ${says}`;
}

/** The first problem, as a `UsageError` of one line; none where all else went well. */
export function firstProblem(findings: readonly CheckedFinding[]): UsageError | undefined {
  const [first, ...others] = findings.filter(({ state }) => state === "problem");
  if (first === undefined) return undefined;
  const more = others.length === 0 ? "" : ` (and ${others.length} more: "npm run doctor")`;
  return new UsageError(`${first.title}: ${first.says}${more}`);
}

export const good = (says: string): Finding => ({ state: "good", says });
export const warning = (says: string): Finding => ({ state: "warning", says });
export const problem = (says: string): Finding => ({ state: "problem", says });
const skipped = (says: string): Finding => ({ state: "skipped", says });
