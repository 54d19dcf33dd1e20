/**
 * What feedparser's own tests expect, read from the `Expect:` comment of each file: a Python expression such as
 * `not bozo and entries[0]['title'] == 'Example'`. Only equations on what Mizan keeps are translated.
 */
export interface Expectation {
  readonly field: "title" | "link" | "id" | "published" | "updated" | "summary" | "content";
  /** Of the entry; absent where the feed itself is meant. */
  readonly entry?: number;
  /** A text as HTML or plain, an address, a date as written, or seconds of the epoch. */
  readonly value: string | number;
}

/** feedparser's names of what we keep. `*_parsed` are tuples in UTC: year, month, day, hour, minute, second and more. */
const FIELDS: Readonly<Record<string, Expectation["field"]>> = {
  "content.0.value": "content",
  description: "summary",
  guid: "id",
  id: "id",
  link: "link",
  published: "published",
  published_parsed: "published",
  summary: "summary",
  "summary_detail.value": "summary",
  title: "title",
  "title_detail.value": "title",
  updated: "updated",
  updated_parsed: "updated",
};

const STRING = String.raw`[uU]?(?:"""(?:(?!""")[\s\S])*"""|'''(?:(?!''')[\s\S])*'''|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')`;
const PATH = String.raw`(?:feed|entries\[\d+\])(?:\['\w+'\]|\[\d+\]|\.\w+)+`;
const EQUATION = new RegExp(
  String.raw`^((?:${PATH}\s*==\s*)+)(?:(?<tuple>\([\d, ]+\))|(?<strings>${STRING}(?:\s*\+\s*${STRING})*))$`,
  "u",
);
const PARTS = new RegExp(String.raw`\s+and\s+|(?<part>(?:${STRING}|(?!\s+and\s)[\s\S])+?)(?=\s+and\s|$)`, "gu");

/** The equations of an `Expect:` expression that are about what Mizan keeps, each by itself. */
export function expectationsOf(expression: string): Expectation[] {
  const parts = [...expression.matchAll(PARTS)].flatMap(({ groups }) => groups?.part?.trim() ?? []);
  return parts.flatMap((part) => {
    const equation = EQUATION.exec(part);
    if (equation?.groups === undefined) return [];
    const { tuple, strings = "" } = equation.groups;
    const value = tuple === undefined ? concatenated(strings) : secondsOf(tuple);
    return (equation[1]?.match(new RegExp(PATH, "gu")) ?? []).flatMap((path) => expectation(path, value) ?? []);
  });
}

function expectation(path: string, value: string | number): Expectation | undefined {
  const [root, ...keys] = path.match(/\w+/gu) ?? [];
  const entry = root === "entries" ? Number(keys.shift()) : undefined;
  const field = FIELDS[keys.join(".")];
  if (field === undefined || (entry === undefined && field !== "title")) return undefined;
  return { field, value, ...(entry === undefined ? {} : { entry }) };
}

function secondsOf(tuple: string): number {
  const [year = 0, month = 1, day, hour, minute, second] = (tuple.match(/\d+/gu) ?? []).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1_000;
}

function concatenated(strings: string): string {
  return (strings.match(new RegExp(STRING, "gu")) ?? []).map(stringOf).join("");
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function stringOf(token: string): string {
  const inner = token.replace(/^[uU]?("""|'''|"|')([\s\S]*)\1$/u, "$2");
  return inner.replace(/\\(?:u([\da-f]{4})|U([\da-f]{8})|x([\da-f]{2})|([\s\S]))/giu, (_, four, eight, two, sign) => {
    const code = four ?? eight ?? two;
    return code === undefined ? (ESCAPES[sign] ?? sign) : String.fromCodePoint(Number.parseInt(code, 16));
  });
}
