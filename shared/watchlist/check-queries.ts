import { parseQuery, type QueryResult, referencesOf } from "../query/parse-query.ts";
import { plainWords } from "../query/plain-words.ts";
import type { DossierFile, WordsFile } from "./checked-files.ts";
import { advice } from "./nearest.ts";
import type { WatchlistProblem } from "./problem.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Every query must parse and name only what is defined. `names` is absent when a file that defines some is broken. */
export function checkQueries(
  file: YamlFile,
  queries: readonly PlacedQuery[],
  names: readonly string[] | undefined,
): WatchlistProblem[] {
  return queries.flatMap(({ path, text, result }) => {
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

/** A query that may be wrong, or name something. */
export interface PlacedQuery {
  readonly path: readonly PropertyKey[];
  readonly text: string;
  readonly result: QueryResult;
}

/** An entry of the word list `list`. */
export type ListQuery = PlacedQuery & { readonly list: string };

/** The entries of a file's word lists. Plain words, as nearly all are, name nothing and cannot be wrong. */
export function listQueries({ words }: WordsFile["value"]): ListQuery[] {
  return words.flatMap(({ id: list, terms }, i) =>
    Object.entries(terms).flatMap(([language, entries]) =>
      entries.flatMap((text, j) =>
        plainWords(text) === undefined
          ? [{ list, text, result: parseQuery(text), path: ["words", i, "terms", language, j] }]
          : [],
      ),
    ),
  );
}

/** What a dossier judges articles by. */
export function judgingQueries({ themes, positions }: DossierFile["value"]): PlacedQuery[] {
  const placed = (text: string, ...path: PropertyKey[]) => ({ text, path, result: parseQuery(text) });
  return [
    ...themes.map(({ query }, i) => placed(query, "themes", i, "query")),
    ...positions.flatMap((position, i) => [
      placed(position.subject, "positions", i, "subject"),
      ...position.for.map((text, j) => placed(text, "positions", i, "for", j)),
      ...position.against.map((text, j) => placed(text, "positions", i, "against", j)),
    ]),
  ];
}

/** Which names each word list refers to, where it does. */
export function usesIn(queries: readonly ListQuery[]): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  for (const { list, result } of queries)
    if (result.ok) uses.set(list, [...(uses.get(list) ?? []), ...referencesOf(result.query)]);
  return uses;
}

/** The file's word lists that come back to themselves. */
export function circles({ file, value }: WordsFile, uses: ReadonlyMap<string, readonly string[]>): WatchlistProblem[] {
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
