import type { Learnt } from "../model.ts";
import { learntSums } from "../text/learnt-sums.ts";
import type { WatchlistProblem } from "./problem.ts";
import type { WatchFile } from "./yaml-file.ts";

/** `watch/learnt/<dossier>.txt`: what `npm run calibrate` has learnt for a dossier. Nobody writes it by hand. */
export const LEARNT_FILE = /^watch\/learnt\/([^/]+)\.txt$/u;

/** What its lines are: the themes and positions by their ids, what each sum begins with, then a line for each trait. */
const HEADS = [/^themes:(?: \S+)*$/u, /^positions:(?: \S+)*$/u, /^bias:(?: -?[\d.]+)+$/u] as const;
const WEIGHTS = /^\S+(?: \d+ -?\d+)+$/u;

export type LearntResult =
  | { readonly ok: true; readonly dossier: string; readonly learnt: Learnt }
  | { readonly ok: false; readonly problem: WatchlistProblem };

/** As such a file. */
export function formatLearnt({ themes, positions, bias, weights }: Learnt): string {
  const heads = [
    ["themes:", ...themes],
    ["positions:", ...positions],
    ["bias:", ...bias],
  ];
  return `${[...heads.map((head) => head.join(" ")), weights].join("\n")}\n`;
}

/** Reads such a file. Themes and positions that the dossier no longer has, or has only since, do no harm. */
export function readLearntFile({ path, text }: WatchFile, dossiers: readonly string[]): LearntResult {
  const refuse = (line: number, found: string) => ({
    ok: false as const,
    problem: { file: path, line, column: 1, found, expected: 'make it anew with "npm run calibrate", or remove it' },
  });
  const dossier = LEARNT_FILE.exec(path)?.[1] ?? "";
  if (!dossiers.includes(dossier)) return refuse(1, `no dossier has the id "${dossier}"`);
  const lines = text.trimEnd().split("\n");
  const forms = [...HEADS, ...lines.slice(HEADS.length).map(() => WEIGHTS)];
  const odd = forms.findIndex((form, i) => !form.test(lines[i] ?? ""));
  if (odd >= 0) return refuse(odd + 1, "not what calibrating writes");
  const [themes = [], positions = [], bias = []] = lines.slice(0, HEADS.length).map((line) => line.split(" ").slice(1));
  const sums = learntSums({ themes, positions });
  if (bias.length !== sums.length) return refuse(HEADS.length, `${bias.length} sums where there are ${sums.length}`);
  const weights = lines.slice(HEADS.length).join("\n");
  return { ok: true, dossier, learnt: { themes, positions, bias: bias.map(Number), weights } };
}
