import { isObject, type Json, type JsonObject } from "./json.ts";
import type { Template } from "./read-assembly.ts";

/** What intrinsic functions refer to. */
export interface References {
  /** Pseudo parameters: `AWS::Region` and the like. */
  readonly pseudo: Readonly<Record<string, Json>>;
  /** What `Ref` gives for a resource, or undefined where there is none of that id. */
  ref(logicalId: string): Json | undefined;
  attribute(logicalId: string, name: string): Json | undefined;
}

/** Takes the intrinsic functions out of a value of the template. `where` names it in errors. */
export interface Resolver {
  resolve(value: Json, where: string): Json;
  /** Whether a condition of that name holds. */
  holds(condition: string): boolean;
}

/** Stands for `AWS::NoValue`: whoever holds it is left out. */
const NO_VALUE: JsonObject = Object.freeze({});

/** Throws, naming the place, on a function it does not know or a reference to nothing: nothing is guessed. */
export function createResolver(
  { Parameters, Mappings, Conditions }: Pick<Template, "Parameters" | "Mappings" | "Conditions">,
  references: References,
): Resolver {
  const lookUp = (name: string, where: string): Json => {
    if (name === "AWS::NoValue") return NO_VALUE;
    const parameter = Parameters[name];
    if (isObject(parameter) && parameter.Default === undefined)
      throw new Error(`${where}: parameter ${name} has no default`);
    return needed(
      references.pseudo[name] ?? (isObject(parameter) ? parameter.Default : references.ref(name)),
      `${where}: Ref to ${name}, which is not there`,
    );
  };
  const attribute = (id: string, name: string, where: string): Json =>
    needed(references.attribute(id, name), `${where}: Fn::GetAtt ${id}.${name} is not known to the rehearsal`);
  const holds = (condition: string): boolean =>
    truth(needed(Conditions[condition], `condition ${condition} is not there`), `condition ${condition}`);

  const truth = (value: Json, where: string): boolean => {
    const result = resolve(value, where);
    if (typeof result === "boolean") return result;
    throw new Error(`${where}: ${JSON.stringify(value)} is not a condition`);
  };

  const functions: Readonly<Record<string, (argument: Json, where: string) => Json>> = {
    Ref: (name, where) => lookUp(String(name), where),
    Condition: (name) => holds(String(name)),
    "Fn::GetAtt": (argument, where) => {
      const [id = "", ...names] =
        typeof argument === "string" ? argument.split(".") : list(argument, where).map(String);
      return attribute(id, names.join("."), where);
    },
    "Fn::Join": (argument, where) => {
      const [separator, parts] = list(argument, where);
      return texts(resolve(parts ?? null, where), where).join(String(separator));
    },
    "Fn::Split": (argument, where) => {
      const [separator, text] = list(argument, where);
      return String(resolve(text ?? null, where)).split(String(separator));
    },
    "Fn::Select": (argument, where) => {
      const [index, from] = list(argument, where).map((part) => resolve(part, where));
      return needed(list(from ?? null, where)[Number(index)], `${where}: Fn::Select ${index} of too few`);
    },
    "Fn::Sub": (argument, where) => {
      const [text, own] = Array.isArray(argument) ? argument : [argument, {}];
      const values = isObject(own) ? own : {};
      return String(text).replace(/\$\{(!?)([^}]+)\}/gu, (whole, literal: string, name: string) => {
        if (literal !== "") return whole.replace("!", "");
        const value = values[name];
        if (value !== undefined) return String(resolve(value, where));
        const [id = "", ...names] = name.split(".");
        return String(names.length === 0 ? lookUp(id, where) : attribute(id, names.join("."), where));
      });
    },
    "Fn::If": (argument, where) => {
      const [condition, yes = null, no = null] = list(argument, where);
      return resolve(holds(String(condition)) ? yes : no, where);
    },
    "Fn::Equals": (argument, where) => {
      const [a, b] = list(argument, where).map((part) => JSON.stringify(resolve(part, where)));
      return a === b;
    },
    "Fn::And": (argument, where) => list(argument, where).every((part) => truth(part, where)),
    "Fn::Or": (argument, where) => list(argument, where).some((part) => truth(part, where)),
    "Fn::Not": (argument, where) => !list(argument, where).some((part) => truth(part, where)),
    "Fn::FindInMap": (argument, where) => {
      const names = list(argument, where).map((part) => String(resolve(part, where)));
      return names.reduce<Json>(
        (found, name) =>
          needed(isObject(found) ? found[name] : undefined, `${where}: no ${names.join(".")} in Mappings`),
        Mappings,
      );
    },
    "Fn::Base64": (text, where) => Buffer.from(String(resolve(text, where))).toString("base64"),
  };

  const resolve = (value: Json, where: string): Json => {
    if (Array.isArray(value))
      return value.map((part, i) => resolve(part, `${where}[${i}]`)).filter((part) => part !== NO_VALUE);
    if (!isObject(value)) return value;
    const [only, ...others] = Object.entries(value);
    const isFunction = only !== undefined && others.length === 0 && /^(Ref|Condition|Fn::\w+)$/u.test(only[0]);
    if (!isFunction || (only[0] === "Condition" && typeof only[1] !== "string")) {
      const entries = Object.entries(value).map(([key, part]) => [key, resolve(part, `${where}.${key}`)] as const);
      return Object.fromEntries(entries.filter(([, part]) => part !== NO_VALUE));
    }
    const apply = needed(functions[only[0]], `${where}: ${only[0]} is not known to the rehearsal`);
    return apply(only[1], where);
  };
  return { resolve, holds };
}

function needed<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new Error(message);
  return value;
}

function list(value: Json, where: string): readonly Json[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${where}: ${JSON.stringify(value)} should be a list`);
}

function texts(value: Json, where: string): readonly string[] {
  return list(value, where).map(String);
}
