import { once } from "node:events";
import process, { stderr, stdin, stdout } from "node:process";
import { createInterface } from "node:readline";
import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { LANGUAGE_TAGS } from "../../shared/model.ts";
import { createEntityFinder } from "../../shared/stories/find-entities.ts";
import { groupInTurn } from "../../shared/stories/group-stories.ts";
import type { Placement } from "../../shared/stories/place-article.ts";
import { type Sketch, type StoryInput, sketchArticle } from "../../shared/stories/sketch.ts";
import { parseDate } from "../../shared/web/parse-date.ts";
import { interruptibleAnywhere } from "../interruption.ts";
import { type Progress, terminalProgress } from "../local/progress.ts";
import { checkedWatchlist, readWatchFolder } from "../local/watch-folder.ts";
import { openInput } from "../open-input.ts";

/** One line of input. Other keys may stand beside these and are passed over. */
const recordSchema = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string().nullish(),
  text: z.string().nullish(),
  date: z.string().nullish(),
  source: z.string().nullish(),
  language: z.string().nullish(),
});
type Id = z.output<typeof recordSchema>["id"];

export interface StoriesOptions {
  readonly watch: string;
}

/** An article's own id, and what is kept of it. */
interface Read {
  readonly id: Id;
  readonly sketch: Sketch;
}

const FORM = "{id, title, text, date?, source?, language?}";
/** Exit code where something was wrong with a line. */
const BAD_LINES = 2;
/** Articles between two looks at whether Ctrl-C was pressed. */
const BATCH = 50;

/**
 * Reads JSON Lines of articles from a file (`-`: standard input), groups them, and writes one line for each, in order. A
 * line that cannot be read is told on stderr, and the others are grouped without it.
 */
export async function stories(file: string, options: StoriesOptions): Promise<void> {
  const progress = terminalProgress();
  await interruptibleAnywhere(async (signal) => {
    const { entities, monitor } = checkedWatchlist(await readWatchFolder(options.watch));
    const findEntities = createEntityFinder(entities);
    const articles: Read[] = [];
    for await (const { at, id, problem, input } of readLines(file, monitor.timeZone)) {
      if (problem !== undefined) {
        progress.clear();
        stderr.write(`${file}:${at}: ${problem}\n`);
        process.exitCode = BAD_LINES;
      }
      if (id === undefined || input === undefined) continue;
      articles.push({ id, sketch: sketchArticle({ ...input, id: String(articles.length) }, findEntities) });
      progress.show(`${articles.length} articles read`);
      if (articles.length % BATCH === 0) await setImmediate(undefined, { signal });
    }
    const places = await groupAll(articles, progress, signal);
    progress.clear();
    for (const [at, { story, reprintOf }] of places.entries()) {
      const line = { id: idOf(articles, String(at)), story: idOf(articles, story) };
      const isTaken = stdout.write(
        `${JSON.stringify(reprintOf === undefined ? line : { ...line, reprintOf: idOf(articles, reprintOf) })}\n`,
      );
      if (!isTaken) await once(stdout, "drain", { signal });
    }
  }, "Interrupted: what was written before is whole lines.");
}

async function groupAll(articles: readonly Read[], progress: Progress, signal: AbortSignal): Promise<Placement[]> {
  const turns = groupInTurn(articles.map(({ sketch }) => sketch));
  for (let turn = turns.next(); ; turn = turns.next()) {
    if (turn.done === true) return turn.value;
    progress.show(`${turn.value} of ${articles.length} articles grouped`);
    if (turn.value % BATCH === 0) await setImmediate(undefined, { signal });
  }
}

/** Sketches are named by their place among the articles, for ids may be numbers, and may repeat. */
function idOf(articles: readonly Read[], name: string): Id {
  return articles[Number(name)]?.id ?? name;
}

/** What one line holds, or what is wrong with it; an article whose date cannot be read is grouped without it. */
interface Line {
  readonly problem?: string;
  readonly id?: Id;
  readonly input?: Omit<StoryInput, "id">;
}

async function* readLines(file: string, timeZone: string): AsyncGenerator<Line & { readonly at: number }> {
  const input = file === "-" ? stdin : (await openInput(file)).createReadStream();
  let at = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    at++;
    if (text.trim() !== "") yield { at, ...parseLine(text, timeZone) };
  }
}

function parseLine(text: string, timeZone: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      problem: `not a line of JSON (${error instanceof Error ? error.message : error}); write one object a line`,
    };
  }
  const result = recordSchema.safeParse(value);
  if (!result.success) return { problem: `${z.prettifyError(result.error).replaceAll("\n", " ")}; expected ${FORM}` };
  const { id, title, text: body, date, source, language } = result.data;
  if (title == null && body == null) return { problem: `neither title nor text; expected ${FORM}` };
  const published = date == null ? undefined : parseDate(date, timeZone);
  const known = LANGUAGE_TAGS.find((tag) => tag === language?.toLowerCase());
  const input = {
    title: title ?? "",
    text: body ?? "",
    ...(published === undefined ? {} : { published }),
    ...(source == null ? {} : { source }),
    ...(known === undefined ? {} : { language: known }),
  };
  if (date == null || published !== undefined) return { id, input };
  return { id, input, problem: `the date ${JSON.stringify(date)} cannot be read; grouped without it` };
}
