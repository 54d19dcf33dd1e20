import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from "yaml";
import type { WatchlistProblem } from "./problem.ts";

/** A file of the watchlist as it came in. */
export interface WatchFile {
  /** Relative, with `/`: `watch/monitor.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** A YAML file that parsed: its plain value, and the way back from a path in it to a line and a column. */
export interface YamlFile {
  readonly path: string;
  readonly value: unknown;
  /**
   * The problem with what stands at `path`, or at the nearest enclosing value where nothing stands there.
   * `offset` counts characters inside a text value.
   */
  problemAt(path: readonly PropertyKey[], found: string, expected: string, offset?: number): WatchlistProblem;
  /** The same, at a key of the mapping at `path`. */
  problemAtKey(path: readonly PropertyKey[], key: string, found: string, expected: string): WatchlistProblem;
}

export type YamlResult =
  | { readonly ok: true; readonly file: YamlFile }
  | { readonly ok: false; readonly problems: readonly WatchlistProblem[] };

/** What to do about a syntax error, by the parser's code; the codes are those of the `yaml` package. */
const SYNTAX_ADVICE: Readonly<Record<string, string>> = {
  BAD_INDENT: "align this line with its neighbours, with spaces",
  DUPLICATE_KEY: "keep one of the two entries of that name",
  MISSING_CHAR: "close the quotation mark or bracket, or put the text in quotation marks",
  TAB_AS_INDENT: "indent with spaces, not tabs",
};
const USUAL_ADVICE = "check the indentation, colons and quotation marks here and on the line above";

/** Parses one file. All its syntax errors come back at once, duplicate keys among them. */
export function parseYamlFile({ path: file, text }: WatchFile): YamlResult {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problem = (position: number, found: string, expected: string): WatchlistProblem => {
    const { line, col } = lines.linePos(position);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), found, expected };
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) =>
      problem(error.pos[0], `not readable as YAML: ${error.message}`, SYNTAX_ADVICE[error.code] ?? USUAL_ADVICE),
    );
    return { ok: false, problems };
  }
  const problemAt: YamlFile["problemAt"] = (path, found, expected, offset) => {
    const node = nodeAt(document.contents, path);
    const start = node?.range?.[0] ?? 0;
    const position = offset !== undefined && isScalar(node) ? sourcePosition(text, node, offset) : start;
    return problem(position, found, expected);
  };
  const problemAtKey: YamlFile["problemAtKey"] = (path, key, found, expected) => {
    const map = nodeAt(document.contents, path);
    const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
    return start === undefined ? problemAt(path, found, expected) : problem(start, found, expected);
  };
  return { ok: true, file: { path: file, value: document.toJS(), problemAt, problemAtKey } };
}

/** The node at `path`, or the deepest one on the way there. */
function nodeAt(root: Node | null, path: readonly PropertyKey[]): Node | null {
  let node = root;
  for (const step of path) {
    const next = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
    if (!isNode(next)) return node;
    node = next;
  }
  return node;
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value);
}

/**
 * Where in the source the character at `offset` of a text value stands. Walks both side by side, because quotation
 * marks, indentation and the folding of long lines make the two differ in white space.
 */
function sourcePosition(source: string, node: Scalar, offset: number): number {
  const value = String(node.value);
  let position = node.range?.[0] ?? 0;
  const isBlock = node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL";
  if (isBlock) position = source.indexOf("\n", position) + 1;
  const wanted = value.slice(0, offset + 1).replace(/\s+/gu, "");
  for (let i = 0; i < wanted.length; i++) {
    const found = source.indexOf(wanted.charAt(i), position);
    if (found < 0) break;
    position = found + 1;
  }
  return Math.max(position - 1, node.range?.[0] ?? 0);
}
