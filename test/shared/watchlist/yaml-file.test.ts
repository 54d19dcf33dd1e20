import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { parseYamlFile } from "../../../shared/watchlist/yaml-file.ts";

const WATCH = join(import.meta.dirname, "../../../watch");
const files = readdirSync(WATCH, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ path: `watch/${name}`, text: readFileSync(join(WATCH, name), "utf8") }));

test.each(files)("$path is read alike by the fast parser and by the one that knows places", ({ text }) => {
  expect(load(text, { schema: CORE_SCHEMA })).toEqual(parseDocument(text).toJS());
});

test.each([
  ["a bracket that ends as far left as its key", "a:\n  b: [\n    c\n  ]\n", { a: { b: ["c"] } }],
  ["a day, which is a text", "a: 2025-11-15\n", { a: "2025-11-15" }],
])("what the fast parser refuses or reads otherwise is read all the same: %s", (_, text, value) => {
  const result = parseYamlFile({ path: "watch/a.yaml", text });
  expect(result.ok ? result.file.value : result.problems).toEqual(value);
});

test("a problem of a file read fast is told at its place", () => {
  const result = parseYamlFile({ path: "watch/a.yaml", text: "a: b\nc:\n  d: e\n" });
  expect(result.ok && result.file.problemAt(["c", "d"], "found", "expected")).toMatchObject({ line: 3, column: 6 });
});
