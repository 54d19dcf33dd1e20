import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { cdkIn } from "../../cli/cloud/cdk.ts";
import { readAssembly } from "../../rehearsal/assembly/read-assembly.ts";
import { rehearse } from "../../rehearsal/rehearse.ts";
import { STACK_NAME } from "../../shared/cloud/stack-outputs.ts";

const ROOT = join(import.meta.dirname, "../..");
const { signal } = new AbortController();

/** Of the synthesised template, what is sabotaged. */
const template = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() }),
  ),
});
type Properties = Record<string, unknown>;
type Resources = Record<string, { readonly Type: string; readonly Properties?: Properties | undefined }>;

let synthesised: string;
beforeAll(async () => {
  synthesised = mkdtempSync(join(tmpdir(), "mizan-synth-"));
  await cdkIn(ROOT)(["synth", STACK_NAME, "--quiet", "--output", synthesised], signal);
});

afterAll(() => rmSync(synthesised, { recursive: true }));

/** A morning of the sample press on a copy of the assembly, after something was taken from it. */
async function rehearseWithout(sabotage: (folder: string) => void | Promise<void>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "mizan-sabotage-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(synthesised, folder, { recursive: true });
  await sabotage(folder);
  const { findings } = await rehearse({
    ...{ assembly: folder, watch: join(ROOT, "watch"), signal, progress: () => undefined },
    morning: { from: "07:00", until: "08:10" },
  });
  return findings.map(({ kind, text }) => `${kind}: ${text}`);
}

function edit(folder: string, change: (resources: Resources) => void): void {
  const file = join(folder, `${STACK_NAME}.template.json`);
  const read = template.parse(JSON.parse(readFileSync(file, "utf8")));
  change(read.Resources);
  writeFileSync(file, JSON.stringify(read));
}

/** The one resource of a type whose id begins so. */
function find(resources: Resources, type: string, start: string): readonly [string, Properties] {
  const found = Object.entries(resources).filter(([id, { Type }]) => Type === type && id.startsWith(start));
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} resources ${start} of type ${type}`);
  return [first[0], first[1].Properties ?? {}];
}

describe("the rehearsal", () => {
  test("finds nothing wrong with the stack as it is", async () => {
    expect(await rehearseWithout(() => undefined)).toEqual([]);
  });
});

describe("what is taken away from the stack is missed, and named", () => {
  test("a grant", async () => {
    const found = await rehearseWithout((folder) =>
      edit(folder, (resources) => {
        const [, properties] = find(resources, "AWS::IAM::Policy", "ReadingReadArticleRole");
        const form = z.object({ Statement: z.array(z.looseObject({ Action: z.unknown() })) });
        const { Statement } = form.parse(properties.PolicyDocument);
        const others = Statement.filter(({ Action }) => !JSON.stringify(Action).includes("dynamodb:"));
        expect(others.length).toBe(Statement.length - 1);
        properties.PolicyDocument = { Version: "2012-10-17", Statement: others };
      }),
    );
    expect(found).toContainEqual(
      expect.stringMatching(
        /^denied: .*ReadingReadArticle.* may not dynamodb:GetItem on .*:table\/.* because no policy/u,
      ),
    );
  });

  test("an environment variable", async () => {
    const found = await rehearseWithout((folder) =>
      edit(folder, (resources) => {
        const [, properties] = find(resources, "AWS::Lambda::Function", "PollingPollFeed");
        const { Variables } = z.object({ Variables: z.record(z.string(), z.unknown()) }).parse(properties.Environment);
        const { TABLE_NAME, ...others } = Variables;
        expect(TABLE_NAME).toBeDefined();
        properties.Environment = { Variables: others };
      }),
    );
    expect(found).toContainEqual("failed: PollingPollFeed: Error: environment: TABLE_NAME is missing");
  });

  test("an event source", async () => {
    const found = await rehearseWithout((folder) =>
      edit(folder, (resources) => {
        const [id] = find(resources, "AWS::Lambda::EventSourceMapping", "ReadingReadArticle");
        delete resources[id];
      }),
    );
    expect(found).toContainEqual(
      expect.stringMatching(/^left over: \d+ in ReadingArticlesQueue: no event source receives from it$/u),
    );
  });

  test("the entry of a bundle", async () => {
    const found = await rehearseWithout(async (folder) => {
      const { assets, template } = await readAssembly(folder);
      const [, properties] = find({ ...template.Resources }, "AWS::Lambda::Function", "PublishingPublishDigest");
      const { S3Key } = z.object({ S3Key: z.string() }).parse(properties.Code);
      const code = assets.get(S3Key) ?? "";
      renameSync(join(code, "index.mjs"), join(code, "main.mjs"));
    });
    expect(found).toContainEqual(
      expect.stringMatching(
        /^failed: PublishingPublishDigest: Runtime.ImportModuleError: .*Cannot find module 'index'/u,
      ),
    );
  });
});
