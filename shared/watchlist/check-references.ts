import type * as z from "zod";
import { parseQuery, referencesOf } from "../query/parse-query.ts";
import { nearest } from "./nearest.ts";
import type { WatchlistProblem } from "./problem.ts";
import type { dossierSchema, entitiesSchema, sourcesSchema } from "./schema.ts";
import type { YamlFile } from "./yaml-file.ts";

/** A file that passed its schema, kept with its source so that a problem can still point at a line. */
export interface Checked<T> {
  readonly file: YamlFile;
  readonly value: T;
}

type DossierFile = Checked<z.output<typeof dossierSchema>>;

/** The files to hold against each other; one that failed its own check is absent, and so is what only it could settle. */
export interface Parts {
  readonly sources: Checked<z.output<typeof sourcesSchema>> | undefined;
  readonly entities: Checked<z.output<typeof entitiesSchema>> | undefined;
  readonly dossiers: readonly DossierFile[];
}

/** A text of the watchlist and where it stands. */
interface Placed {
  readonly file: YamlFile;
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** What no single file can know: ids used twice or defined nowhere, queries that do not parse, word lists in circles. */
export function checkReferences({ sources, entities, dossiers }: Parts): WatchlistProblem[] {
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
  const taken = new Map(entityIds.map((placed) => [placed.text, placed]));
  for (const dossier of dossiers) {
    const { file, value } = dossier;
    problems.push(...repeated("name", placedIds(file, "words", value.words), taken));
    problems.push(...repeated("question id", placedIds(file, "questions", value.interview.questions, ["interview"])));
    problems.push(...checkPositions(dossier));
    problems.push(...checkQueries(dossier, entities && [...taken.keys()]));
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

/** Every query must parse and name only what is defined. `entityIds` is absent when entities.yaml itself is broken. */
function checkQueries({ file, value }: DossierFile, entityIds: readonly string[] | undefined): WatchlistProblem[] {
  const names = entityIds && [...entityIds, ...value.words.map(({ id }) => id)];
  const problems: WatchlistProblem[] = [];
  const uses = new Map<string, string[]>();
  for (const { path, text, list } of queriesOf(value)) {
    const result = parseQuery(text);
    if (!result.ok) {
      for (const { at, message } of result.problems) {
        problems.push(file.problemAt(path, `the query cannot be read: ${message}`, "see docs/query-language.md", at));
      }
      continue;
    }
    const references = referencesOf(result.query);
    if (list !== undefined) uses.set(list, [...(uses.get(list) ?? []), ...references]);
    for (const name of names === undefined ? [] : references.filter((reference) => !names.includes(reference))) {
      const where = advice(name, names ?? [], "watch/entities.yaml or this dossier's words");
      problems.push(file.problemAt(path, `unknown entity or word list "@${name}"`, where, text.indexOf(`@${name}`)));
    }
  }
  value.words.forEach(({ id }, i) => {
    const circle = circleFrom(id, uses)?.map((name) => `@${name}`);
    if (circle === undefined) return;
    const found = `word lists go in a circle: ${circle.join(" → ")}`;
    problems.push(file.problemAt(["words", i, "id"], found, "write the words out in one of them"));
  });
  return problems;
}

/** All queries of a dossier, with the word list they belong to where they do. */
function queriesOf({ words, themes, positions }: DossierFile["value"]) {
  const query = (text: string, path: readonly PropertyKey[], list?: string) => ({ text, path, list });
  return [
    ...words.flatMap(({ id, terms }, i) =>
      Object.entries(terms).flatMap(([language, entries]) =>
        entries.map((text, j) => query(text, ["words", i, "terms", language, j], id)),
      ),
    ),
    ...themes.map((theme, i) => query(theme.query, ["themes", i, "query"])),
    ...positions.flatMap((position, i) => [
      query(position.subject, ["positions", i, "subject"]),
      ...position.for.map((text, j) => query(text, ["positions", i, "for", j])),
      ...position.against.map((text, j) => query(text, ["positions", i, "against", j])),
    ]),
  ];
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
