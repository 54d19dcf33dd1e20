import * as z from "zod";
import { nearest } from "./nearest.ts";
import type { WatchlistProblem } from "./problem.ts";
import type { YamlFile } from "./yaml-file.ts";

type Issue = z.core.$ZodIssue;

/** Checks a file against its schema: the typed value, or every problem with its line and column. */
export function checkSchema<S extends z.ZodType>(
  file: YamlFile,
  schema: S,
): { readonly ok: true; readonly value: z.output<S> } | { readonly ok: false; readonly problems: WatchlistProblem[] } {
  const result = schema.safeParse(file.value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => describe(file, schema, issue)) };
}

function describe(file: YamlFile, schema: z.ZodType, issue: Issue): WatchlistProblem[] {
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => {
      const slip = nearest(key, known);
      const advice = slip === undefined ? `keys known here are ${known.join(", ")}` : `did you mean "${slip}"?`;
      return file.problemAtKey(issue.path, key, `unknown key "${key}"`, advice);
    });
  }
  const value = valueAt(file.value, issue.path);
  const name = String(issue.path.findLast((step) => typeof step === "string") ?? "the file");
  if (value === undefined) return [file.problemAt(issue.path, `"${name}" is missing`, `add it: ${wanted(issue)}`)];
  const found = `"${name}" is ${show(value)}`;
  const slip =
    issue.code === "invalid_value" && typeof value === "string" ? nearest(value, issue.values.map(String)) : undefined;
  return [file.problemAt(issue.path, found, slip === undefined ? wanted(issue) : `did you mean "${slip}"?`)];
}

/** What was expected, in an analyst's words; the schema's own message where it has one. */
function wanted(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `write ${KINDS[issue.expected] ?? `a ${issue.expected}`}`;
    case "invalid_value":
      return `write one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return issue.origin === "number" ? `write at least ${issue.minimum}` : "write at least one";
    case "too_big":
      return `write at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  array: "a list",
  number: "a number",
  object: "a group of keys with values",
  string: "a text (put it in quotation marks if it looks like a number or a date)",
};

/** A value as it stands in the file, short. */
function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
}

type JsonSchema = z.core.JSONSchema._JSONSchema;

/** The keys that the schema knows at `path`, read off its JSON Schema. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const root: JsonSchema | undefined = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const node = path.reduce<JsonSchema | undefined>(schemaBelow, root);
  return typeof node === "object" ? Object.keys(node.properties ?? {}) : [];
}

function schemaBelow(node: JsonSchema | undefined, step: PropertyKey): JsonSchema | undefined {
  if (typeof node !== "object") return undefined;
  if (typeof step !== "number") return node.properties?.[String(step)] ?? node.additionalProperties;
  return Array.isArray(node.items) ? node.items[step] : node.items;
}
