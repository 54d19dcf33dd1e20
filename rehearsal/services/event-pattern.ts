import { isObject, type Json, type JsonObject } from "../assembly/json.ts";

/** The comparisons of EventBridge's patterns that are rehearsed (Amazon EventBridge User Guide, "Comparison operators"). */
const OPERATORS: Readonly<Record<string, (value: string, argument: Json) => boolean>> = {
  "anything-but": (value, argument) => ![argument].flat().includes(value),
  "equals-ignore-case": (value, argument) => value.toLowerCase() === String(argument).toLowerCase(),
  prefix: (value, argument) => value.startsWith(String(argument)),
  suffix: (value, argument) => value.endsWith(String(argument)),
  wildcard: (value, argument) => wildcard(String(argument)).test(value),
};

/** Whether an event fits a pattern: every field of the pattern must fit, by one of its alternatives. */
export function fits(event: Json | undefined, pattern: JsonObject): boolean {
  return Object.entries(pattern).every(([name, expected]) => {
    const value = isObject(event) ? event[name] : undefined;
    if (isObject(expected)) return fits(value, expected);
    if (!Array.isArray(expected)) throw new Error(`event pattern: ${name} should be a list or an object`);
    return value !== undefined && expected.some((alternative) => fitsOne(value, alternative));
  });
}

function fitsOne(value: Json, alternative: Json): boolean {
  if (!isObject(alternative)) return value === alternative;
  return Object.entries(alternative).every(([name, argument]) => {
    const operator = OPERATORS[name];
    if (operator === undefined) throw new Error(`event pattern: ${name} is not known to the rehearsal`);
    return operator(String(value), argument);
  });
}

function wildcard(pattern: string): RegExp {
  const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
  return new RegExp(`^${pattern.split("*").map(literal).join(".*")}$`, "su");
}

/** The value at a path such as `$.detail.object.key`. */
export function valueAt(event: Json, path: string): Json {
  const names = path.replace(/^\$\.?/u, "").split(".");
  return names.reduce<Json>((value, name) => (isObject(value) ? (value[name] ?? null) : null), event);
}

/** An input transformer's work: `<name>` in the template stands for the value at the path of that name. */
export function transform(event: Json, paths: Readonly<Record<string, string>>, template: string): string {
  return template.replace(/<([\w-]+)>/gu, (_, name: string) => JSON.stringify(valueAt(event, paths[name] ?? "")));
}
