import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { fetch } from "../../functions/aws/connect.ts";
import { servePort } from "../support/a-raw-server.ts";
import { aRequest } from "../support/an-asker.ts";
import { runMizan, withoutAccount } from "../support/run-mizan.ts";
import { SOURCES, watchFiles } from "../support/watch-files.ts";

const root = join(import.meta.dirname, "../..");
const program = globSync("{shared,functions,cli}/**/*.ts", { cwd: root }).toSorted();

/** The guard itself, and the commands that open a port of this machine where its address was typed. */
const OPENS_A_PORT = [
  "cli/commands/feed.ts",
  "cli/local/open-page.ts",
  "cli/local/web-fetch.ts",
  "shared/pipeline/guarded-fetch.ts",
];

describe("there is one way to the web, with its guard on it", () => {
  test.each(program)("%s", (file) => {
    const source = readFileSync(join(root, file), "utf8");
    expect(source).not.toMatch(/globalThis\.fetch|from "undici"|\bboundedFetch\((?!guardedFetch\(|fetch: PlainFetch)/u);
    expect(source).not.toMatch(/rejectUnauthorized|checkServerIdentity|TLS_REJECT|insecureHTTPParser: true/u);
    if (!OPENS_A_PORT.includes(file)) expect(source).not.toMatch(/localPort|webFetch\((?!\))/u);
  });
});

describe("a server on this machine is not reached", () => {
  const asked: (string | undefined)[] = [];
  const serve = async () =>
    await servePort((request, response) => {
      asked.push(request.url);
      response.end();
    });

  test("by a function", async () => {
    const url = `http://127.0.0.1:${await serve()}/rss.xml`;
    await expect(fetch(aRequest(url))).rejects.toThrow(`refused 127.0.0.1 (a loopback address) from ${url}`);
    expect(asked).toEqual([]);
  });

  test("by a laptop", async () => {
    const feed = `http://127.0.0.1:${await serve()}/rss.xml`;
    const folder = mkdtempSync(join(tmpdir(), "mizan-guard-"));
    const sources = SOURCES.replace(/ {2}- id: vodiy.*$/su, "").replace("http://steppe-post.example/rss.xml", feed);
    for (const { path, text } of watchFiles({ "watch/sources.yaml": sources })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { stdout } = await runMizan(
      ["run", "--watch", join(folder, "watch"), "--data", join(folder, "data")],
      withoutAccount(),
    );
    expect(stdout).toContain("refused 127.0.0.1 (a loopback address)");
    expect(asked).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
