import { Temporal } from "temporal-polyfill";
import type { Instant, Monitor } from "../../shared/model.ts";
import { HOUR, MINUTE } from "../../shared/time.ts";
import type { FeedReport } from "./source-report.ts";
import { type SourceWords, sourceWords } from "./wording.ts";

/** Columns of numbers. */
const RIGHT = new Set([5, 6]);
const GAP = "  ";

/** The table of sources, a line for each feed, with its columns aligned, and how many are in which state. */
export function formatSources(reports: readonly FeedReport[], { languages, timeZone }: Monitor): string {
  const words = sourceWords(languages[0] ?? "ru");
  const counted = Map.groupBy(reports, ({ name }) => name);
  const rows = reports.map((report) => cellsOf(report, (counted.get(report.name)?.length ?? 0) > 1, words, timeZone));
  const states = [...Map.groupBy(reports, ({ state }) => state)].map(
    ([state, of]) => `${words.states[state]} ${of.length}`,
  );
  return [...aligned([words.columns, ...rows]), "", `${reports.length} ${words.feeds}: ${states.join(", ")}`].join(
    "\n",
  );
}

function cellsOf(report: FeedReport, isOneOfSeveral: boolean, words: SourceWords, timeZone: string): string[] {
  const { name, feed, state, newsAt, lastPoll, nextPoll, intervalMs, week } = report;
  const time = (instant: Instant | undefined) => (instant === undefined ? "" : shown(instant, timeZone));
  return [
    isOneOfSeveral ? `${name} ${new URL(feed).pathname}` : name,
    words.states[state],
    time(newsAt),
    time(lastPoll),
    time(nextPoll),
    intervalMs === undefined ? "" : duration(intervalMs, words),
    week === undefined ? "" : `${week}`,
    notesOf(report, words, timeZone).join("; "),
  ];
}

function notesOf(
  { reason, failures, movedTo, unusual, lostAt }: FeedReport,
  words: SourceWords,
  timeZone: string,
): string[] {
  return [
    reason === undefined ? [] : [failures > 1 ? `${reason} (${filled(words.failures, `${failures}`)})` : reason],
    movedTo === undefined ? [] : [filled(words.moved, movedTo)],
    unusual === undefined ? [] : [words[unusual]],
    lostAt === undefined ? [] : [filled(words.lost, shown(lostAt, timeZone))],
  ].flat();
}

/** Lines of columns as wide as their widest cell. What outlets wrote may hold signs that would move a terminal's cursor. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => cell.replace(/\p{C}/gu, "\ufffd")));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => [...(row[column] ?? "")].length)));
  return cells.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, RIGHT.has(column)))
      .join(GAP)
      .trimEnd(),
  );
}

function padded(cell: string, width: number, isRight: boolean): string {
  const space = " ".repeat(width - [...cell].length);
  return isRight ? `${space}${cell}` : `${cell}${space}`;
}

/** `2026-02-10 14:05` by the watchlist's clock. */
function shown(instant: Instant, timeZone: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: "minute" }).replace("T", " ");
}

function duration(ms: number, { minutes, hours }: SourceWords): string {
  return ms < 2 * HOUR ? filled(minutes, `${Math.round(ms / MINUTE)}`) : filled(hours, `${Math.round(ms / HOUR)}`);
}

function filled(text: string, value: string): string {
  return text.replace("{value}", () => value);
}
