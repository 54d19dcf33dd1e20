import type * as z from "zod";
import { checkQueries, circles, judgingQueries, listQueries, usesIn } from "./check-queries.ts";
import type { Checked, DossierFile, WordsFile } from "./checked-files.ts";
import { advice } from "./nearest.ts";
import type { WatchlistProblem } from "./problem.ts";
import type { entitiesSchema, sourcesSchema } from "./schema.ts";
import type { YamlFile } from "./yaml-file.ts";

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
  const taken = byText([...entityIds, ...lists]);
  const names = entities && areWordsWhole ? [...taken.keys()] : undefined;
  const shared = words.map((checked) => ({ checked, queries: listQueries(checked.value) }));
  const sharedUses = usesIn(shared.flatMap(({ queries }) => queries));
  for (const { checked, queries } of shared) {
    problems.push(...checkQueries(checked.file, queries, names));
    problems.push(...circles(checked, sharedUses));
  }
  for (const dossier of dossiers) {
    const { file, value } = dossier;
    problems.push(...repeated("name", placedIds(file, "words", value.words), taken));
    problems.push(...repeated("question id", placedIds(file, "questions", value.interview.questions, ["interview"])));
    problems.push(...checkPositions(dossier));
    const known = names && [...names, ...value.words.map(({ id }) => id)];
    const queries = listQueries(value);
    problems.push(...checkQueries(file, [...queries, ...judgingQueries(value)], known));
    problems.push(...circles(dossier, usesIn(queries)));
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
