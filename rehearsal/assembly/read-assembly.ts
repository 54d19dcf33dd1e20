import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { UsageError } from "../../cli/usage-error.ts";
import type { Json, JsonObject } from "./json.ts";

/** One stack of a cloud assembly, as `cdk deploy` would send it. */
export interface StackAssembly {
  readonly name: string;
  /** Undefined where the stack is not bound to one. */
  readonly region?: string;
  readonly template: Template;
  /** Object key in the bootstrap bucket (`<hash>.zip`) → the file or folder that would be uploaded there. */
  readonly assets: ReadonlyMap<string, string>;
}

const json = z.record(z.string(), z.json());
const section = json.default({});

const templateForm = z.object({
  Parameters: section,
  Mappings: section,
  Conditions: section,
  Outputs: z.record(z.string(), z.object({ Value: z.json() })).default({}),
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: json.default({}), Condition: z.string().optional() }),
  ),
});

export interface Template {
  readonly Parameters: JsonObject;
  readonly Mappings: JsonObject;
  readonly Conditions: JsonObject;
  readonly Outputs: Readonly<Record<string, { readonly Value: Json }>>;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties: JsonObject;
  /** Name of the condition without which it is not created. */
  readonly Condition?: string | undefined;
}

const manifestForm = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      properties: z
        .object({ templateFile: z.string().optional(), stackName: z.string().optional(), file: z.string().optional() })
        .default({}),
    }),
  ),
});

const assetsForm = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

/** Reads the one stack of the assembly in `folder` (`cdk.out`). Throws where there is none, or more than one. */
export async function readAssembly(folder: string): Promise<StackAssembly> {
  const read = async <T>(form: z.ZodType<T>, name: string): Promise<T> => {
    const text = await readFile(join(folder, name), "utf8").catch((cause: unknown) => {
      throw new UsageError(`no cloud assembly in ${folder}: ${name} cannot be read`, { cause });
    });
    const result = form.safeParse(JSON.parse(text));
    if (result.success) return result.data;
    throw new Error(`${join(folder, name)}: ${z.prettifyError(result.error)}`);
  };
  const artifacts = Object.entries((await read(manifestForm, "manifest.json")).artifacts);
  const stacks = artifacts.filter(([, { type }]) => type === "aws:cloudformation:stack");
  const [stack] = stacks;
  if (stack === undefined || stacks.length > 1)
    throw new Error(`${folder}: ${stacks.length} stacks; one is rehearsed (${stacks.map(([id]) => id).join(", ")})`);
  const [id, { environment = "", properties }] = stack;

  const assets = new Map<string, string>();
  for (const [, { type, properties }] of artifacts) {
    if (type !== "cdk:asset-manifest" || properties.file === undefined) continue;
    for (const { source, destinations } of Object.values((await read(assetsForm, properties.file)).files)) {
      if (source.path === undefined) continue;
      for (const { objectKey } of Object.values(destinations)) assets.set(objectKey, join(folder, source.path));
    }
  }
  const [, region] = /^aws:\/\/[^/]+\/(.+)$/u.exec(environment) ?? [];
  return {
    name: properties.stackName ?? id,
    ...(region === undefined || region.startsWith("unknown-") ? {} : { region }),
    template: await read(templateForm, properties.templateFile ?? `${id}.template.json`),
    assets,
  };
}
