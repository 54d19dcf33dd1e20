import type * as z from "zod";
import { parseQuery, referencesOf } from "../query/parse-query.ts";
import { nearest } from "./nearest.ts";
import type { WatchlistProblem } from "./problem.ts";
import type { dossierSchema, entitiesSchema, sourcesSchema, wordsSchema } from "./schema.ts";
import type { YamlFile } from "./yaml-file.ts";

/** A file that passed its schema, kept with its source so that a problem can still point at a line. */
export interface Checked<T> {
  readonly file: YamlFile;
  readonly value: T;
}

type DossierFile = Checked<z.output<typeof dossierSchema>>;
/** A file with word lists: one of `watch/words/`, or a dossier with lists of its own. */
type WordsFile = Checked<z.output<typeof wordsSchema>>;

/** The files to hold against each other; one that failed its own check is absent, and so is what only it could settle. */
export interface Parts {
  readonly sources: Checked<z.output<typeof sourcesSchema>> | undefined;
  readonly entities: Checked<z.output<typeof entitiesSchema>> | undefined;
  /** Those of `watch/words/`. */
  readonly words: readonly WordsFile[];
  /** None of them failed its own check. */
  readonly areWordsWhole: boolean;
  readonly dossiers: readonly DossierFile[];
}

/** A text of the watchlist and where it stands. */
interface Placed {
  readonly file: YamlFile;
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** What no single file can know: ids used twice or defined nowhere, queries that do not parse, word lists in circles. */
export function checkReferences({ sources, entities, words, areWordsWhole, dossiers }: Parts): WatchlistProblem[] {
  const problems: WatchlistProblem[] = [];
  if (sources) {
    const { file, value } = sources;
    problems.push(...repeated("source id", placedIds(file, "sources", value.sources)));
    problems.push(
      ...repeated(
        "feed",
        value.sources.flatMap(({ feeds }, i) =>
          feeds.map((text, j) => ({ file, path: ["sources", i, "feeds", j], text })),
        ),
      ),
    );
  }
  problems.push(
    ...repeated(
      "dossier id",
      dossiers.map(({ file, value }) => ({ file, path: ["id"], text: value.id })),
    ),
  );
  for (const list of ["themes", "positions"] as const) {
    problems.push(
      ...repeated(
        `id in ${list}`,
        dossiers.flatMap(({ file, value }) => placedIds(file, list, value[list])),
      ),
    );
  }
  const entityIds = entities ? placedIds(entities.file, "entities", entities.value.entities) : [];
  problems.push(...repeated("entity id", entityIds));
  const lists = words.flatMap(({ file, value }) => placedIds(file, "words", value.words));
  problems.push(...repeated("name", lists, byText(entityIds)));
  const shared = byText([...entityIds, ...lists]);
  const names = entities && areWordsWhole ? [...shared.keys()] : undefined;
  const sharedUses = usesIn(words);
  for (const file of words) {
    problems.push(...checkQueries(file.file, listQueries(file.value), names));
    problems.push(...circles(file, sharedUses));
  }
  for (const dossier of dossiers) {
    const { file, value } = dossier;
    problems.push(...repeated("name", placedIds(file, "words", value.words), shared));
    problems.push(...repeated("question id", placedIds(file, "questions", value.interview.questions, ["interview"])));
    problems.push(...checkPositions(dossier));
    const known = names && [...names, ...value.words.map(({ id }) => id)];
    problems.push(...checkQueries(file, [...listQueries(value), ...judgingQueries(value)], known));
    problems.push(...circles(dossier, usesIn([dossier])));
  }
  return problems;
}

function placedIds(
  file: YamlFile,
  list: string,
  entries: readonly { readonly id: string }[],
  under: readonly PropertyKey[] = [],
): Placed[] {
  return entries.map(({ id }, i) => ({ file, path: [...under, list, i, "id"], text: id }));
}

function byText(entries: readonly Placed[]): ReadonlyMap<string, Placed> {
  return new Map(entries.map((placed) => [placed.text, placed]));
}

/** Every entry whose text an earlier one, or one `taken` beforehand, has used already. */
function repeated(
  what: string,
  entries: readonly Placed[],
  taken: ReadonlyMap<string, Placed> = new Map(),
): WatchlistProblem[] {
  const first = new Map(taken);
  return entries.flatMap((entry) => {
    const earlier = first.get(entry.text);
    if (earlier === undefined) {
      first.set(entry.text, entry);
      return [];
    }
    const { file, line } = earlier.file.problemAt(earlier.path, "", "");
    return [
      entry.file.problemAt(
        entry.path,
        `duplicate ${what} "${entry.text}"`,
        `it stands already in ${file}:${line}; rename or remove one`,
      ),
    ];
  });
}

/** A position's themes and question must be the dossier's own. */
function checkPositions({ file, value }: DossierFile): WatchlistProblem[] {
  const themes = value.themes.map(({ id }) => id);
  const questions = value.interview.questions.map(({ id }) => id);
  return value.positions.flatMap((position, i) => [
    ...position.themes.flatMap((theme, j) =>
      themes.includes(theme)
        ? []
        : [
            file.problemAt(
              ["positions", i, "themes", j],
              `position ${position.id} names the theme "${theme}", which is missing`,
              advice(theme, themes, "themes"),
            ),
          ],
    ),
    ...(questions.includes(position.question)
      ? []
      : [
          file.problemAt(
            ["positions", i, "question"],
            `position ${position.id} names the question "${position.question}", which is missing`,
            advice(position.question, questions, "interview.questions"),
          ),
        ]),
  ]);
}

/** Every query must parse and name only what is defined. `names` is absent when a file that defines some is broken. */
function checkQueries(
  file: YamlFile,
  queries: readonly PlacedQuery[],
  names: readonly string[] | undefined,
): WatchlistProblem[] {
  return queries.flatMap(({ path, text }) => {
    const result = parseQuery(text);
    if (!result.ok)
      return result.problems.map(({ at, message }) =>
        file.problemAt(path, `the query cannot be read: ${message}`, "see docs/query-language.md", at),
      );
    const unknown = names === undefined ? [] : referencesOf(result.query).filter((name) => !names.includes(name));
    return unknown.map((name) => {
      const where = advice(name, names ?? [], "watch/entities.yaml or watch/words");
      return file.problemAt(path, `unknown entity or word list "@${name}"`, where, text.indexOf(`@${name}`));
    });
  });
}

interface PlacedQuery {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** The entries of a file's word lists. */
function listQueries({ words }: WordsFile["value"]): PlacedQuery[] {
  return words.flatMap(({ terms }, i) =>
    Object.entries(terms).flatMap(([language, entries]) =>
      entries.map((text, j) => ({ text, path: ["words", i, "terms", language, j] })),
    ),
  );
}

/** What a dossier judges articles by. */
function judgingQueries({ themes, positions }: DossierFile["value"]): PlacedQuery[] {
  return [
    ...themes.map(({ query }, i) => ({ text: query, path: ["themes", i, "query"] })),
    ...positions.flatMap((position, i) => [
      { text: position.subject, path: ["positions", i, "subject"] },
      ...position.for.map((text, j) => ({ text, path: ["positions", i, "for", j] })),
      ...position.against.map((text, j) => ({ text, path: ["positions", i, "against", j] })),
    ]),
  ];
}

/** Which names each word list refers to. */
function usesIn(files: readonly WordsFile[]): ReadonlyMap<string, readonly string[]> {
  const lists = files.flatMap(({ value }) => value.words);
  return new Map(
    lists.map(({ id, terms }) => {
      const queries = Object.values(terms).flatMap((entries) => entries.map(parseQuery));
      return [id, queries.flatMap((result) => (result.ok ? referencesOf(result.query) : []))];
    }),
  );
}

/** The file's word lists that come back to themselves. */
function circles({ file, value }: WordsFile, uses: ReadonlyMap<string, readonly string[]>): WatchlistProblem[] {
  return value.words.flatMap(({ id }, i) => {
    const circle = circleFrom(id, uses)?.map((name) => `@${name}`);
    if (circle === undefined) return [];
    const found = `word lists go in a circle: ${circle.join(" → ")}`;
    return [file.problemAt(["words", i, "id"], found, "write the words out in one of them")];
  });
}

/** The way from a word list back to itself, if there is one. */
function circleFrom(start: string, uses: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const seen = new Set<string>();
  const walk = (name: string, way: readonly string[]): string[] | undefined => {
    for (const next of uses.get(name) ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const circle = walk(next, [...way, next]);
      if (circle) return circle;
    }
    return undefined;
  };
  return walk(start, [start]);
}

function advice(name: string, known: readonly string[], where: string): string {
  const slip = nearest(name, known);
  return slip === undefined
    ? `define it in ${where}, or remove it here`
    : `did you mean "${slip}"? Otherwise define it in ${where}`;
}
