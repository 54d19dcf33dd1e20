import { join } from "node:path";
import { build } from "esbuild";

/**
 * The bootstrap as one file of JavaScript in `folder`: a process that had to strip types from it first would start
 * later and hold more memory than its function does on Lambda.
 */
export async function buildBootstrap(folder: string): Promise<string> {
  const outfile = join(folder, "bootstrap.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "bootstrap.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
  });
  return outfile;
}
