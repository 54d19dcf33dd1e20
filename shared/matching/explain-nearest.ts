import { type Position, RELATIONS } from "../model.ts";
import type { Read } from "./create-reader.ts";
import type { NearestExample } from "./explanation.ts";
import { createLikeness } from "./likeness.ts";
import { union } from "./traits.ts";

/**
 * Of each position the example that a sentence, or title and lead together, comes nearest to: found by the likeness that
 * judges, each example taken for a position of its own.
 */
export function nearestExamples(
  positions: readonly Position[],
  { article, examples }: Read,
): readonly (NearestExample | undefined)[] {
  const all = examples();
  const texts = positions.flatMap((position, number) =>
    RELATIONS.flatMap((relation) =>
      (position.examples?.[relation] ?? []).map((example) => ({ number, relation, example })),
    ),
  );
  const likenessToEach = createLikeness(
    all.map((example, i) => ({ ...example, position: i })),
    all.length,
  );
  const { passages, places } = article.reading;
  const inHead = new Set(places.head);
  const head = passages.all.flatMap((passage, i) =>
    inHead.has(passage) ? [article.traits[i] ?? new Set<string>()] : [],
  );
  const asked = [{ traits: union(head) }, ...article.traits.map((traits, sentence) => ({ traits, sentence }))];
  const best: (NearestExample | undefined)[] = positions.map(() => undefined);
  for (const { traits, ...where } of asked) {
    const likes = likenessToEach(traits);
    for (const [i, { number, relation, example }] of texts.entries()) {
      // To a relation a text is as like as to its two nearest examples in the mean; here there is one, and nothing.
      const likeness = 2 * (likes[i]?.[relation] ?? 0);
      if (likeness > (best[number]?.likeness ?? 0)) best[number] = { relation, example, likeness, ...where };
    }
  }
  return best;
}
