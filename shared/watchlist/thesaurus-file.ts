import { LANGUAGES } from "../model.ts";
import { readSense } from "../text/read-sense.ts";
import type { WatchlistProblem } from "./problem.ts";
import type { WatchFile } from "./yaml-file.ts";

/** `watch/thesaurus/<name>.txt`: words that mean alike. */
export const THESAURUS_FILE = /^watch\/thesaurus\/[^/]+\.txt$/u;

/** Every line that is not in the form it must have. */
export function checkThesaurus({ path, text }: WatchFile): readonly WatchlistProblem[] {
  return text
    .trimEnd()
    .split("\n")
    .flatMap((line, i) =>
      readSense(line) !== undefined
        ? []
        : [
            {
              file: path,
              line: i + 1,
              column: 1,
              found: `"${line.slice(0, 60)}" is no sense with its words`,
              expected: `write class/name | ru: слово слово | en: word word, with any of ${LANGUAGES.join(", ")}`,
            },
          ],
    );
}
