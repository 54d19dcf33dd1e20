import type { Position, Theme } from "../model.ts";
import { parsed } from "./compile-query.ts";
import type { Read } from "./create-reader.ts";
import { type FoundTerm, termsIn } from "./explain-query.ts";
import type { ToldSentence, ToldTerm } from "./explanation.ts";

/** The sentences of an article, with the words in them that any theme or position asks for. */
export function explainSentences(
  its: Read,
  themes: readonly Theme[],
  positions: readonly Position[],
): readonly ToldSentence[] {
  const { reading, sentences } = its.article;
  const { passages, input } = reading;
  const terms = termsOf(its, themes, positions);
  const lead = new Set(reading.places.head);
  const textAt = input.title === undefined || input.title === "" ? 0 : input.title.length + 1;
  return passages.all.map((passage, i) => {
    const { field, start, end, from, to } = passage;
    const shift = field === "title" ? 0 : textAt;
    const named = new Map<string, { start: number; end: number; names: Set<string> }>();
    for (const { query, hits } of terms) {
      for (const hit of hits.filter((one) => one.from >= from && one.to <= to)) {
        const span = {
          start: (passages.tokens[hit.from]?.start ?? 0) - shift,
          end: (passages.tokens[hit.to - 1]?.end ?? 0) - shift,
        };
        const key = `${span.start} ${span.end}`;
        const known = named.get(key) ?? { ...span, names: new Set() };
        known.names.add(query);
        named.set(key, known);
      }
    }
    return {
      place: field === "title" ? "title" : lead.has(passage) ? "lead" : "body",
      field,
      start,
      end,
      text: (field === "title" ? (input.title ?? "") : input.text).slice(start, end),
      terms: [...named.values()]
        .map((one): ToldTerm => ({ ...one, names: [...one.names] }))
        .toSorted((a, b) => a.start - b.start || b.end - a.end),
      cues: [...(sentences[i]?.cues.keys() ?? [])],
    };
  });
}

/** What stands for words in any query, once for each way of writing it. */
function termsOf(
  { article, themes: askedThemes, positions: asked }: Read,
  themes: readonly Theme[],
  positions: readonly Position[],
): readonly FoundTerm[] {
  const { found } = article.reading;
  const all = [
    ...themes.flatMap((theme, i) => {
      const compiled = askedThemes[i]?.query;
      return compiled === undefined ? [] : termsIn(parsed(theme.query), compiled, found);
    }),
    ...positions.flatMap((position, i) => {
      const compiled = asked[i];
      if (compiled === undefined) return [];
      const frames = (["for", "against"] as const).flatMap((side) =>
        position[side].flatMap((text, n) => {
          const frame = compiled.frames[side][n];
          return frame === undefined ? [] : termsIn(parsed(text), frame, found);
        }),
      );
      return [...termsIn(parsed(position.subject), compiled.subject, found), ...frames];
    }),
  ];
  return [...Map.groupBy(all, ({ query }) => query)].map(([query, same]) => ({
    query,
    hits: same.flatMap(({ hits }) => hits),
  }));
}
