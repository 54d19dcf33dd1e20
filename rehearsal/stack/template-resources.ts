import { z } from "zod";
import type { Json } from "../assembly/json.ts";
import type { StackAssembly } from "../assembly/read-assembly.ts";
import { createResolver } from "../assembly/resolve.ts";
import { generatedName, IDENTITIES, type Identity, type Place, UNNAMED } from "./identities.ts";

/** The resources of a template that would be created, by their names and ARNs. */
export interface TemplateResources {
  /** Resources of a type, their properties resolved and checked. Throws, naming the resource, where they do not fit. */
  ofType<T>(type: string, form: z.ZodType<T>): readonly Resource<T>[];
  /** The text that an output of the template gives. Throws where there is none of that name. */
  output(name: string): string;
  /** Types in the template, each once. */
  readonly types: readonly string[];
}

export interface Resource<T> {
  /** Logical id. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** What `Ref` gives. */
  readonly ref: string;
  readonly properties: T;
}

/** Names every resource and takes the intrinsic functions out of the template. */
export function templateResources({ name: stack, template }: StackAssembly, place: Place): TemplateResources {
  const identityOf = (id: string): Identity => IDENTITIES[template.Resources[id]?.Type ?? ""] ?? UNNAMED;
  const nameOf = (id: string): string => {
    const given = template.Resources[id]?.Properties[identityOf(id).property];
    return given === undefined
      ? generatedName(stack, id, identityOf(id))
      : String(resolver.resolve(given, `${id}.${identityOf(id).property}`));
  };
  const attribute = (id: string, name: string): Json | undefined => {
    if (template.Resources[id] === undefined) return undefined;
    const identity = identityOf(id);
    return identity === UNNAMED ? `${nameOf(id)}.${name}` : identity.attributes[name]?.(nameOf(id), place);
  };
  const resolver = createResolver(template, {
    pseudo: {
      "AWS::AccountId": place.account,
      "AWS::Partition": "aws",
      "AWS::Region": place.region,
      "AWS::StackId": `arn:aws:cloudformation:${place.region}:${place.account}:stack/${stack}/rehearsal`,
      "AWS::StackName": stack,
      "AWS::URLSuffix": "amazonaws.com",
    },
    ref: (id) => (template.Resources[id] === undefined ? undefined : identityOf(id).ref(nameOf(id), place)),
    attribute,
  });

  const created = Object.entries(template.Resources).filter(
    ([, { Condition }]) => Condition === undefined || resolver.holds(Condition),
  );
  return {
    output: (name) => {
      const output = template.Outputs[name];
      if (output === undefined) throw new Error(`the template has no output ${name}`);
      return String(resolver.resolve(output.Value, name));
    },
    types: [...new Set(created.map(([, { Type }]) => Type))].toSorted(),
    ofType: (type, form) =>
      created
        .filter(([, { Type }]) => Type === type)
        .map(([id, { Properties }]) => {
          const result = form.safeParse(resolver.resolve(Properties, id));
          if (!result.success) throw new Error(`${id} (${type}): ${z.prettifyError(result.error)}`);
          const [name, { ref }] = [nameOf(id), identityOf(id)];
          const arn = String(attribute(id, "Arn") ?? id);
          return { id, name, arn, ref: ref(name, place), properties: result.data };
        }),
  };
}
