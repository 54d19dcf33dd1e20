import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** What is read of a CloudFormation template, which says much more. */
const template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      DeletionPolicy: z.string().optional(),
    }),
  ),
});
export type Template = z.infer<typeof template>;
export type Resource = Template["Resources"][string];

export function parseTemplate(json: string): Template {
  return template.parse(JSON.parse(json));
}

/** The template of a stack among those that CDK wrote into `folder`. */
export async function readTemplate(folder: string, stack: string): Promise<Template> {
  return parseTemplate(await readFile(join(folder, `${stack}.template.json`), "utf8"));
}

/** The resources of one type, by logical id. */
export function resourcesOf({ Resources }: Template, type: string): readonly (readonly [string, Resource])[] {
  return Object.entries(Resources).filter(([, { Type }]) => Type === type);
}

/** Logical ids end in eight hexadecimal digits that tell nothing to a person: `PollingPollFeedB1C2D3E4` → `PollingPollFeed`. */
export function shortId(id: string): string {
  return id.replace(/[0-9A-F]{8}$/u, "");
}

const reference = z.union([
  z.object({ Ref: z.string() }),
  z.object({ "Fn::GetAtt": z.tuple([z.string(), z.string()]) }),
  z.object({ "Fn::Join": z.tuple([z.string(), z.array(z.unknown())]) }),
  z.object({ "Fn::Sub": z.string() }),
]);

/** A value as a person would write it: references by the id they lead to, joined texts as one. */
export function readable(value: unknown): string {
  if (typeof value === "string") return value;
  const parsed = reference.safeParse(value);
  if (!parsed.success) return JSON.stringify(value);
  if ("Ref" in parsed.data) return shortId(parsed.data.Ref);
  if ("Fn::GetAtt" in parsed.data) return shortId(parsed.data["Fn::GetAtt"][0]);
  if ("Fn::Sub" in parsed.data) return parsed.data["Fn::Sub"];
  const [separator, parts] = parsed.data["Fn::Join"];
  return parts.map(readable).join(separator);
}
