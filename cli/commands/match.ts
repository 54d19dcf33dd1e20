import { once } from "node:events";
import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline";
import { z } from "zod";
import { compileMatcher } from "../../shared/matching/compile-matcher.ts";
import { matchRecord } from "../../shared/matching/match-record.ts";
import { LANGUAGES } from "../../shared/model.ts";
import { checkedWatchlist, readWatchFolder } from "../local/watch-folder.ts";
import { openInput } from "../open-input.ts";
import { UsageError } from "../usage-error.ts";

/** One line of input. Other keys may stand beside these and are passed over. */
const recordSchema = z.object({
  id: z.union([z.string(), z.number()]),
  date: z.string().nullish(),
  title: z.string().nullish(),
  text: z.string(),
  language: z.string().nullish(),
});

export interface MatchOptions {
  readonly watch: string;
}

/** Reads JSON Lines of articles from a file (`-`: standard input) and writes what was found in each, in order. */
export async function match(file: string, options: MatchOptions): Promise<void> {
  const matcher = compileMatcher(checkedWatchlist(await readWatchFolder(options.watch)));
  const input = file === "-" ? stdin : (await openInput(file)).createReadStream();
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() === "") continue;
    const result = matchRecord(matcher, parseRecord(text, `${file}:${line}`));
    if (!stdout.write(`${JSON.stringify(result)}\n`)) await once(stdout, "drain");
  }
}

function parseRecord(text: string, where: string) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `${where}: not a line of JSON (${error instanceof Error ? error.message : error}); write one object a line`,
    );
  }
  const result = recordSchema.safeParse(value);
  if (!result.success)
    throw new UsageError(
      `${where}: ${z.prettifyError(result.error).replaceAll("\n", " ")}; expected {id, date?, title?, text, language?}`,
    );
  const { id, title, text: body, language } = result.data;
  const known = LANGUAGES.find((candidate) => candidate === language?.toLowerCase());
  return { id, text: body, ...(title == null ? {} : { title }), ...(known === undefined ? {} : { language: known }) };
}
