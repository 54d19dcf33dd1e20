import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/** What each part of the program may import besides itself. Folders are the architecture: arrows point one way. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "shared/model.ts": [],
  "shared/time.ts": ["shared/model.ts"],
  "shared/text": ["shared/model.ts"],
  "shared/web": ["shared/model.ts", "shared/time.ts", "shared/text"],
  "shared/query": ["shared/model.ts", "shared/text"],
  "shared/languages": ["shared/model.ts", "shared/text"],
  "shared/watchlist": ["shared/model.ts", "shared/time.ts", "shared/text", "shared/query"],
  "shared/feeds": ["shared/model.ts", "shared/time.ts", "shared/text", "shared/web"],
  "shared/polling": ["shared/model.ts", "shared/time.ts"],
  "shared/articles": ["shared/model.ts", "shared/time.ts", "shared/text", "shared/web", "shared/languages"],
  "shared/matching": ["shared/model.ts", "shared/text", "shared/query", "shared/languages"],
  "shared/stories": ["shared/model.ts", "shared/text", "shared/query", "shared/languages", "shared/matching"],
  "shared/digest": ["shared/model.ts", "shared/time.ts", "shared/stories"],
  "shared/cloud": [],
  "shared/pipeline": ["shared"],
  functions: ["shared"],
  cli: ["shared"],
  infra: ["shared"],
};

/** What `shared/` must never touch: the world is met through ports. */
const WORLD =
  /^(@aws-sdk\/|aws-cdk-lib|undici$|node:(fs|http|https|net|dns|sqlite|child_process|process|os|timers)\b)/u;
const GLOBALS_OF_THE_WORLD = /\bprocess\.env\b|\bDate\.now\(|\bnew Date\(\)|\bconsole\./u;

const root = join(import.meta.dirname, "..");
const files = globSync("{shared,functions,cli,infra}/**/*.ts", { cwd: root }).toSorted();

function partOf(path: string): string {
  const parts = path.split("/");
  return parts[0] === "shared" ? parts.slice(0, 2).join("/") : (parts[0] ?? path);
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), "utf8");
  return [...source.matchAll(/^\s*(?:import|export)\b[^"';]*?["']([^"']+)["']/gmu)].map((match) => match[1] ?? "");
}

describe("imports point one way", () => {
  test.each(files)("%s", (file) => {
    const part = partOf(file);
    const allowed = MAY_IMPORT[part];
    expect(allowed, `${part} is not in the table of layers`).toBeDefined();
    for (const specifier of importsOf(file).filter((name) => name.startsWith("."))) {
      const target = partOf(normalize(join(dirname(file), specifier)));
      const isAllowed = target === part || allowed?.some((entry) => target === entry || target.startsWith(`${entry}/`));
      expect(isAllowed, `${file} imports ${target}`).toBe(true);
    }
  });
});

describe("the program touches the world only through ports", () => {
  test.each(files.filter((file) => file.startsWith("shared/")))("%s", (file) => {
    expect(importsOf(file).filter((name) => WORLD.test(name))).toEqual([]);
    expect(readFileSync(join(root, file), "utf8")).not.toMatch(GLOBALS_OF_THE_WORLD);
  });
});
