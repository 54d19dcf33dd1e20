import type { Story } from "./stories.ts";

/** Points a story has for what it is. They order a day; they say nothing of whether a story is true. */
const POINTS = {
  /** For each outlet after the first that wrote of it by itself. */
  furtherSource: 3,
  /** For each claim on which it takes a side, and for each that it only mentions. */
  side: 2,
  mention: 1,
  /** For each country and language after the first: what crosses a border is more than local. */
  furtherCountry: 1,
  furtherLanguage: 1,
  /** For each reprint: somebody found it worth printing, and had nothing to add. */
  reprint: 0.25,
} as const;

/** How important a story is, in points, counted from what is printed beside it. */
export function importanceOf({ articles, sources, positions }: Omit<Story, "importance">): number {
  const sides = positions.filter(({ relations }) => relations.some((relation) => relation !== "mentions")).length;
  const countries = new Set(articles.flatMap(({ outlet }) => outlet.country ?? [])).size;
  const languages = new Set(articles.map(({ language }) => language)).size;
  const reprints = articles.filter(({ reprintOf }) => reprintOf !== undefined).length;
  return (
    POINTS.furtherSource * Math.max(0, sources - 1) +
    POINTS.side * sides +
    POINTS.mention * (positions.length - sides) +
    POINTS.furtherCountry * Math.max(0, countries - 1) +
    POINTS.furtherLanguage * (languages - 1) +
    POINTS.reprint * reprints
  );
}
