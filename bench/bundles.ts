import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { z } from "zod";
import { cdkIn } from "../cli/cloud/cdk.ts";
import { readAssembly } from "../rehearsal/assembly/read-assembly.ts";
import { STACK_NAME } from "../shared/cloud/stack-outputs.ts";

const ROOT = join(import.meta.dirname, "..");
const REPORT = join(ROOT, "data/rehearsal/report.json");
const TRIES = 5;

const report = z.object({
  functions: z.array(z.object({ function: z.string(), cold: z.number(), coldMs: z.object({ p50: z.number() }) })),
});

/** What a cold start costs: the bytes of each bundle, its import, and from start to first answer in the rehearsal. */
export async function benchBundles(row: (name: string, value: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "mizan-bundles-"));
  await cdkIn(ROOT)(["synth", STACK_NAME, "--quiet", "--output", folder], new AbortController().signal);
  const { template, assets } = await readAssembly(folder);
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    if (Type !== "AWS::Lambda::Function") continue;
    const code = z.object({ S3Key: z.string() }).parse(Properties.Code);
    const file = join(assets.get(code.S3Key) ?? folder, "index.mjs");
    const name = id.replace(/[0-9A-F]{8}$/u, "");
    row(`bundle ${name}`, `${(statSync(file).size / 1_000).toFixed(0)} KB`);
    row("  imported, median of five processes", `${importMs(file).toFixed(0)} ms`);
  }
  await rm(folder, { recursive: true });
  if (!existsSync(REPORT)) return row("cold starts: run npm run rehearse first", "skipped");
  for (const fn of report.parse(JSON.parse(readFileSync(REPORT, "utf8"))).functions) {
    row(`cold start to first answer, ${fn.function} (median of ${fn.cold})`, `${fn.coldMs.p50} ms`);
  }
}

function importMs(file: string): number {
  const script = `const start = performance.now(); await import(process.argv[1]); console.log(performance.now() - start);`;
  const node = ["--input-type=module", "--eval", script, file];
  const tries = Array.from({ length: TRIES }, () =>
    Number(execFileSync(process.execPath, node, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })),
  );
  return tries.toSorted((a, b) => a - b)[Math.floor(TRIES / 2)] ?? Number.NaN;
}
