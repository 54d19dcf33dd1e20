import { createServer, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { listen } from "../../rehearsal/listen.ts";
import { openSmallCloud, type SmallCloud } from "../support/a-small-cloud.ts";
import { anAssembly } from "../support/an-assembly.ts";

let press: Server;
let pressPort: number;
beforeAll(async () => {
  press = createServer((request, response) => response.end(`${request.headers.host}${request.url}`));
  pressPort = await listen(press);
});
afterAll(() => press.close());

let cloud: SmallCloud | undefined;
afterEach(async () => await cloud?.close());

/** Calls the one function of a small stack. */
async function call(handler: string) {
  cloud = await openSmallCloud(anAssembly({ Fn: { handler } }), pressPort);
  const [host] = cloud.hosts.values();
  const invocation = await host?.invoke("{}");
  return { ...invocation, answer: JSON.parse(invocation?.payload ?? "null") };
}

describe("the network of a function is the press and nothing else", () => {
  const get = (url: string) => `async () => await (await fetch(${JSON.stringify(url)})).text()`;

  test("hosts of the press are reached under their own names", async () => {
    const { answer, report } = await call(get("http://vestnik.example/feed?x=1"));
    expect(answer).toBe("vestnik.example/feed?x=1");
    expect(report?.sentBytes).toBeGreaterThan(50);
    expect(report?.receivedBytes).toBeGreaterThan(50);
    expect(report?.refused).toEqual([]);
  });

  test.each(["http://example.org/", "https://10.0.0.1/", "http://169.254.169.254/latest/meta-data/"])(
    "%s is refused and told",
    async (url) => {
      const { outcome } = await call(get(url));
      expect(outcome).toBe("failed");
      const told = cloud?.findings.all().map(({ kind, text }) => `${kind}: ${text}`);
      expect(told).toContain(`network: Fn wanted to reach ${new URL(url).hostname}`);
    },
  );

  test("a name is looked up as little", async () => {
    const handler = `async () => await new Promise(async (resolve) => (await import("node:dns")).lookup("example.org", (error) => resolve(error.code)))`;
    expect(await call(handler)).toMatchObject({ answer: "ENOTFOUND", report: { refused: ["example.org"] } });
  });
});
