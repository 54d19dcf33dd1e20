/** A query of the watchlist as a tree. See docs/query-language.md. */
export type Query =
  | { readonly kind: "phrase"; readonly words: readonly WordPattern[] }
  | { readonly kind: "reference"; readonly name: string }
  | { readonly kind: "and" | "or"; readonly parts: readonly Query[] }
  | { readonly kind: "not"; readonly part: Query }
  | { readonly kind: "near"; readonly left: Query; readonly right: Query; readonly distance: number }
  | { readonly kind: "field"; readonly field: "title" | "lead"; readonly part: Query }
  | { readonly kind: "count"; readonly least: number; readonly parts: readonly Query[] };

/** One word to find: in any of its forms, by how it begins, or exactly so. `text` is folded. */
export interface WordPattern {
  readonly text: string;
  readonly mode: "form" | "prefix" | "exact";
  /** As written, before folding: short names in capitals match only capitals. */
  readonly written: string;
}

/** Every name that a query refers to with `@`, once each, in order. */
export function referencesOf(query: Query): readonly string[] {
  const names = new Set<string>();
  const walk = (node: Query): void => {
    switch (node.kind) {
      case "phrase":
        return;
      case "reference":
        names.add(node.name);
        return;
      case "near":
        walk(node.left);
        walk(node.right);
        return;
      case "not":
      case "field":
        walk(node.part);
        return;
      default:
        node.parts.forEach(walk);
    }
  };
  walk(query);
  return [...names];
}
