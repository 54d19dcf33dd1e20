import * as z from "zod";
import type { Learnt } from "../model.ts";
import type { WatchlistProblem } from "./problem.ts";
import type { WatchFile } from "./yaml-file.ts";

/** `watch/learnt/<dossier>.json`: what `npm run calibrate` has learnt for a dossier. Nobody writes it by hand. */
export const LEARNT_FILE = /^watch\/learnt\/([^/]+)\.json$/u;

export const learntSchema = z.strictObject({
  of: z.array(z.string()),
  bias: z.array(z.number()),
  // Tens of thousands of numbers: a schema of each would take a tenth of all that applying a watchlist takes.
  traits: z.custom<Learnt["traits"]>(isNumbersByTrait, "numbers by trait are expected"),
}) satisfies z.ZodType<Learnt>;

function isNumbersByTrait(value: unknown): boolean {
  const isNumber = (one: unknown) => typeof one === "number";
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((numbers) => Array.isArray(numbers) && numbers.every(isNumber))
  );
}

export type LearntResult =
  | { readonly ok: true; readonly dossier: string; readonly learnt: Learnt }
  | { readonly ok: false; readonly problem: WatchlistProblem };

const ADVICE = 'make it anew with "npm run calibrate", or remove it';

/** Reads such a file. Positions that the dossier no longer has, or has only since, do no harm. */
export function readLearntFile({ path, text }: WatchFile, dossiers: readonly string[]): LearntResult {
  const refuse = (found: string) => ({
    ok: false as const,
    problem: { file: path, line: 1, column: 1, found, expected: ADVICE },
  });
  const dossier = LEARNT_FILE.exec(path)?.[1] ?? "";
  if (!dossiers.includes(dossier)) return refuse(`no dossier has the id "${dossier}"`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse(`not readable as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const checked = learntSchema.safeParse(value);
  if (checked.success) return { ok: true, dossier, learnt: checked.data };
  const [issue] = checked.error.issues;
  return refuse(`not what calibrating writes: ${issue?.path.join(".")}: ${issue?.message}`);
}
