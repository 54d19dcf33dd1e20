import type * as z from "zod";
import type { dossierSchema, wordsSchema } from "./schema.ts";
import type { YamlFile } from "./yaml-file.ts";

/** A file that passed its schema, kept with its source so that a problem can still point at a line. */
export interface Checked<T> {
  readonly file: YamlFile;
  readonly value: T;
}

export type DossierFile = Checked<z.output<typeof dossierSchema>>;
/** A file with word lists: one of `watch/words/`, or a dossier with lists of its own. */
export type WordsFile = Checked<z.output<typeof wordsSchema>>;
