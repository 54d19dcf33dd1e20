import { writeFile } from "node:fs/promises";
import { stdout } from "node:process";
import { styleText } from "node:util";
import { compileExplainer } from "../../shared/matching/explain.ts";
import { formatText } from "../explain/format-text.ts";
import { readGiven } from "../explain/read-article.ts";
import { renderHtml } from "../explain/render-html.ts";
import { select } from "../explain/select.ts";
import { viewOf } from "../explain/view.ts";
import { checkedWatchlist, readWatchFolder } from "../local/watch-folder.ts";
import { UsageError } from "../usage-error.ts";

export interface ExplainOptions {
  readonly watch: string;
  readonly data: string;
  readonly id?: string;
  readonly url?: string;
  readonly theme?: string;
  readonly position?: string;
  /** Themes and positions with nothing near them, and sentences with nothing in them, too. */
  readonly all?: boolean;
  readonly json?: boolean;
  /** Where to write a page instead. */
  readonly html?: string;
}

/** Says of one article why it was matched, or was not: on the terminal, as JSON, or as a page. */
export async function explain(given: string, options: ExplainOptions): Promise<void> {
  const watchlist = checkedWatchlist(await readWatchFolder(options.watch));
  const article = await readGiven(given, options, watchlist);
  const explanation = select(compileExplainer(watchlist)(article.input), options);
  if (options.json === true) {
    const { hidden: _, ...facts } = explanation;
    stdout.write(`${JSON.stringify({ ...article, ...facts })}\n`);
    if (options.html === undefined) return;
  }
  const view = viewOf(explanation, article, watchlist);
  if (options.html !== undefined) await writePage(options.html, renderHtml(view));
  else stdout.write(formatText(view, { coloured: isColoured(), all: options.all ?? false }));
}

async function writePage(file: string, page: string): Promise<void> {
  await writeFile(file, page).catch((error: unknown) => {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
  });
}

/** On a terminal that has colours, unless NO_COLOR says otherwise. */
function isColoured(): boolean {
  return styleText("bold", "x", { stream: stdout }) !== "x";
}
