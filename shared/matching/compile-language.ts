import type { Language, Watchlist } from "../model.ts";
import { createQueryCompiler } from "./compile-query.ts";
import { CUE_LISTS, LISTED_CUES } from "./cue-lists.ts";
import type { CompiledTheme } from "./judge-themes.ts";
import { createLexicon } from "./lexicon.ts";
import { createPhraseTrie, type PhraseTrie } from "./phrase-trie.ts";
import type { CompiledPosition } from "./read-positions.ts";
import type { CompiledCues } from "./read-sentences.ts";
import { createSenses } from "./senses.ts";
import { createWordTraits, type KnownTraits, type TraitMaker } from "./traits.ts";

/** All dossiers made ready for texts of one language. */
export interface LanguageMatcher extends TraitMaker {
  readonly trie: PhraseTrie;
  readonly cues: CompiledCues;
  readonly themes: readonly CompiledTheme[];
  readonly positions: readonly CompiledPosition[];
}

export function compileForLanguage(
  language: Language,
  { entities, words, dossiers, thesaurus }: Watchlist,
  known: KnownTraits,
): LanguageMatcher {
  const lexicon = createLexicon();
  const trie = createPhraseTrie(lexicon);
  let symbols = 0;
  const nextSymbol = () => symbols++;
  const themes: CompiledTheme[] = [];
  const positions: CompiledPosition[] = [];
  const concepts = new Map<number, string>();
  for (const dossier of dossiers) {
    const compiler = createQueryCompiler(language, entities, [...words, ...dossier.words], lexicon, trie, nextSymbol);
    for (const { id, query } of dossier.themes) themes.push({ id, query: compiler.compile(query) });
    for (const position of dossier.positions)
      positions.push({
        id: position.id,
        themes: position.themes,
        subject: compiler.compile(position.subject),
        frames: { for: position.for.map(compiler.compile), against: position.against.map(compiler.compile) },
      });
    for (const [symbol, concept] of compiler.concepts) concepts.set(symbol, concept);
  }
  const cueCompiler = createQueryCompiler(language, [], CUE_LISTS, lexicon, trie, nextSymbol);
  const cues = LISTED_CUES.map((kind) => ({ kind, query: cueCompiler.compile(`@${kind}`) }));
  const wordTraits = createWordTraits(createSenses(language, thesaurus), known);
  return { trie, cues, themes, positions, concepts, wordTraits, known };
}
