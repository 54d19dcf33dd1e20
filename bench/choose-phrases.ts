import { type Token, tokenise } from "../shared/text/tokens.ts";

/** Words that a phrase has at the most. */
const LONGEST = 3;
/** Shorter words than this are no phrases by themselves, in UTF-16 code units. */
const SHORTEST_WORD = 4;

/**
 * Phrases of one, two and three words, a third each, as they stand in these texts with single blanks between the words:
 * evenly spread over all there are, so that the same texts and number give the same phrases. Fewer where there are not
 * so many.
 */
export function choosePhrases(texts: readonly string[], number: number): string[] {
  const byLength = Array.from({ length: LONGEST }, () => new Map<string, string>());
  for (const text of texts) {
    const tokens = tokenise(text);
    for (const [i, first] of tokens.entries())
      for (const [others, phrases] of byLength.entries()) {
        const run = tokens.slice(i, i + others + 1);
        if (run.length > others && isPhrase(run, text))
          phrases.set(formsOf(run), text.slice(first.start, run.at(-1)?.end));
      }
  }
  return byLength.flatMap((phrases) => spread([...phrases.values()], Math.round(number / LONGEST)));
}

function isPhrase(run: readonly Token[], text: string): boolean {
  const [first] = run;
  if (run.length === 1) return first !== undefined && first.end - first.start >= SHORTEST_WORD;
  return run.every(({ end }, i) => text.slice(end, run[i + 1]?.start ?? end) === (i + 1 < run.length ? " " : ""));
}

function formsOf(run: readonly Token[]): string {
  return run.map(({ form }) => form).join(" ");
}

function spread(all: readonly string[], number: number): string[] {
  const step = Math.max(1, all.length / number);
  return Array.from({ length: Math.min(number, all.length) }, (_, i) => all[Math.floor(i * step)] ?? "");
}
