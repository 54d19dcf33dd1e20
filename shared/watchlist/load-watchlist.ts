import { createHash } from "node:crypto";
import type * as z from "zod";
import type { Dossier, Learnt, Watchlist } from "../model.ts";
import { DAY } from "../time.ts";
import { checkReferences } from "./check-references.ts";
import type { Checked } from "./checked-files.ts";
import { LEARNT_FILE, readLearntFile } from "./learnt-file.ts";
import type { WatchlistProblem } from "./problem.ts";
import { dossierSchema, entitiesSchema, monitorSchema, sourcesSchema, wordsSchema } from "./schema.ts";
import { checkSchema } from "./schema-problems.ts";
import { checkThesaurus, THESAURUS_FILE } from "./thesaurus-file.ts";
import { parseYamlFile, type WatchFile } from "./yaml-file.ts";

export type WatchlistResult =
  | { readonly ok: true; readonly watchlist: Watchlist }
  | { readonly ok: false; readonly problems: readonly WatchlistProblem[] };

const MONITOR = "watch/monitor.yaml";
const SOURCES = "watch/sources.yaml";
const ENTITIES = "watch/entities.yaml";
const WORDS = /^watch\/words\/[^/]+\.yaml$/u;
const DOSSIER = /^watch\/dossiers\/[^/]+\.yaml$/u;

/**
 * Turns the files of `watch/` into one checked watchlist, or into every problem they have, in the order of files and
 * lines. Nothing is ever half loaded: with one problem there is no watchlist. `version` is that of the files, where it is
 * known.
 */
export function loadWatchlist(files: readonly WatchFile[], version = versionOf(files)): WatchlistResult {
  const problems: WatchlistProblem[] = [];

  const check = <S extends z.ZodType>(file: WatchFile, schema: S): Checked<z.output<S>> | undefined => {
    const parsed = parseYamlFile(file);
    if (!parsed.ok) {
      problems.push(...parsed.problems);
      return undefined;
    }
    const checked = checkSchema(parsed.file, schema);
    if (checked.ok) return { file: parsed.file, value: checked.value };
    problems.push(...checked.problems);
    return undefined;
  };
  const required = <S extends z.ZodType>(path: string, schema: S): Checked<z.output<S>> | undefined => {
    const file = files.find((candidate) => candidate.path === path);
    if (file !== undefined) return check(file, schema);
    problems.push(
      wholeFile(path, "the file is missing", "restore it; the README's section on the watchlist shows its form"),
    );
    return undefined;
  };

  const monitor = required(MONITOR, monitorSchema);
  const sources = required(SOURCES, sourcesSchema);
  const entities = required(ENTITIES, entitiesSchema);
  const wordFiles = files.filter((file) => WORDS.test(file.path));
  const words = wordFiles.map((file) => check(file, wordsSchema)).filter((checked) => checked !== undefined);
  const dossierFiles = files.filter((file) => DOSSIER.test(file.path));
  if (dossierFiles.length === 0) {
    problems.push(
      wholeFile("watch/dossiers", "there is no dossier", "add one interview as watch/dossiers/<name>.yaml"),
    );
  }
  const dossiers = dossierFiles.map((file) => check(file, dossierSchema)).filter((dossier) => dossier !== undefined);
  const learntFiles = files.filter((file) => LEARNT_FILE.test(file.path));
  const dossierIds = dossiers.map(({ value }) => value.id);
  // Which dossiers there are is known once all of them can be read.
  const results =
    dossiers.length < dossierFiles.length ? [] : learntFiles.map((file) => readLearntFile(file, dossierIds));
  problems.push(...results.flatMap((result) => (result.ok ? [] : [result.problem])));
  const learnt = new Map(results.flatMap((result) => (result.ok ? [[result.dossier, result.learnt] as const] : [])));
  const thesaurus = files.filter((file) => THESAURUS_FILE.test(file.path));
  problems.push(...thesaurus.flatMap(checkThesaurus));
  const read = [...wordFiles, ...dossierFiles, ...learntFiles, ...thesaurus];
  const known = new Set([MONITOR, SOURCES, ENTITIES, ...read.map((file) => file.path)]);
  for (const { path } of files) {
    if (!known.has(path)) {
      problems.push(
        wholeFile(
          path,
          "not a file Mizan reads",
          `move it out of watch/, or name it ${[MONITOR, SOURCES, ENTITIES].join(", ")}, watch/words/<name>.yaml, watch/dossiers/<name>.yaml or watch/thesaurus/<name>.txt`,
        ),
      );
    }
  }
  problems.push(
    ...checkReferences({ sources, entities, words, areWordsWhole: words.length === wordFiles.length, dossiers }),
  );

  if (problems.length > 0 || monitor === undefined || sources === undefined || entities === undefined) {
    return { ok: false, problems: problems.toSorted(byPlace) };
  }
  const { retention, ...settings } = monitor.value;
  const watchlist: Watchlist = {
    version,
    monitor: { ...settings, retentionDays: Math.ceil(retention / DAY) },
    sources: sources.value.sources.map((source) => ({ ...source, timeZone: source.timeZone ?? settings.timeZone })),
    entities: entities.value.entities,
    words: words.flatMap(({ value }) => value.words),
    dossiers: dossiers.map(({ value }) => withLearnt(value, learnt.get(value.id))),
    thesaurus: thesaurus.map(({ text }) => text.trimEnd()).join("\n"),
  };
  return { ok: true, watchlist };
}

function withLearnt(dossier: Omit<Dossier, "learnt">, learnt: Learnt | undefined): Dossier {
  return learnt === undefined ? dossier : { ...dossier, learnt };
}

/** First 12 hexadecimal digits of the SHA-256 over paths and texts: changes when, and only when, a file does. */
export function versionOf(files: readonly WatchFile[]): string {
  const hash = createHash("sha256");
  for (const { path, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) hash.update(`${path}\0${text}\0`);
  return hash.digest("hex").slice(0, 12);
}

function wholeFile(file: string, found: string, expected: string): WatchlistProblem {
  return { file, line: 1, column: 1, found, expected };
}

function byPlace(a: WatchlistProblem, b: WatchlistProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
