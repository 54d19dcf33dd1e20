/**
 * A stylesheet of ours without comments and the white that only its authors need. Space stays where it may mean
 * something: within selectors and values.
 */
export function compactStyles(styles: string): string {
  return styles
    .replace(/\/\*.*?\*\//gsu, "")
    .replace(/\s+/gu, " ")
    .replace(/ ?([{};,]) ?/gu, "$1")
    .replace(/(?<=[{;][\w-]+): /gu, ":")
    .replaceAll(";}", "}")
    .replace(/(?<=[ :(,-])0(?=\.\d)/gu, "")
    .trim();
}
