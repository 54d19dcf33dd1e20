import { CORE_SCHEMA, load } from "js-yaml";
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from "yaml";
import type { WatchlistProblem } from "./problem.ts";

/** Whether a file, by its path, belongs to a watchlist: what the analyst writes, which words mean alike, and what was learnt. */
export function isWatchFile(path: string): boolean {
  return /\.(?:ya?ml|txt)$/u.test(path);
}

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

/**
 * Parses one file. All its syntax errors come back at once, duplicate keys among them. A file without any is read by a
 * parser that is four times as fast; the nodes that know their places are made when a problem is first to be told.
 */
export function parseYamlFile(file: WatchFile): YamlResult {
  const value = readFast(file.text);
  if (value !== undefined) return { ok: true, file: placing(file, value, () => compose(file.text)) };
  const composed = compose(file.text);
  const { errors } = composed.document;
  if (errors.length === 0) return { ok: true, file: placing(file, composed.document.toJS(), () => composed) };
  const problems = errors.map((error) => ({
    file: file.path,
    ...placeOf(composed, error.pos[0]),
    found: `not readable as YAML: ${error.message}`,
    expected: SYNTAX_ADVICE[error.code] ?? USUAL_ADVICE,
  }));
  return { ok: false, problems };
}

/** Undefined where the text is wrong, or odder than the fast parser allows. */
function readFast(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}

interface Composed {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

function compose(text: string): Composed {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
}

/** A file with its value, and with the way to its places, found when it is first asked for. */
function placing({ path: file, text }: WatchFile, value: unknown, composeIt: () => Composed): YamlFile {
  let composed: Composed | undefined;
  const places = (): Composed => {
    composed ??= composeIt();
    return composed;
  };
  const problem = (position: number, found: string, expected: string): WatchlistProblem => ({
    file,
    ...placeOf(places(), position),
    found,
    expected,
  });
  const problemAt: YamlFile["problemAt"] = (path, found, expected, offset) => {
    const node = nodeAt(places().document.contents, path);
    const start = node?.range?.[0] ?? 0;
    const position = offset !== undefined && isScalar(node) ? sourcePosition(text, node, offset) : start;
    return problem(position, found, expected);
  };
  const problemAtKey: YamlFile["problemAtKey"] = (path, key, found, expected) => {
    const map = nodeAt(places().document.contents, path);
    const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
    return start === undefined ? problemAt(path, found, expected) : problem(start, found, expected);
  };
  return { path: file, value, problemAt, problemAtKey };
}

function placeOf({ lines }: Composed, position: number): Pick<WatchlistProblem, "line" | "column"> {
  const { line, col } = lines.linePos(position);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
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
