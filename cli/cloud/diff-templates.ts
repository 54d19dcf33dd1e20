import { isDeepStrictEqual } from "node:util";
import { type Resource, shortId, type Template } from "./template.ts";

/** What a deploy would change, a line for each resource: `+` new, `-` gone, `~` with the properties that change. */
export function diffTemplates(before: Template, after: Template): readonly string[] {
  const ids = [...new Set([...Object.keys(before.Resources), ...Object.keys(after.Resources)])].toSorted();
  return ids.flatMap((id) => {
    const [old, next] = [before.Resources[id], after.Resources[id]];
    if (old === undefined) return next === undefined ? [] : [`+ ${nameOf(id, next)}`];
    if (next === undefined) return [`- ${nameOf(id, old)}${old.DeletionPolicy === "Retain" ? ", which is kept" : ""}`];
    const names = Object.keys({ ...old.Properties, ...next.Properties });
    const changed = names.filter((name) => !isDeepStrictEqual(old.Properties[name], next.Properties[name]));
    return changed.length === 0 ? [] : [`~ ${nameOf(id, next)}: ${changed.join(", ")}`];
  });
}

function nameOf(id: string, { Type }: Resource): string {
  return `${shortId(id)} (${Type})`;
}
