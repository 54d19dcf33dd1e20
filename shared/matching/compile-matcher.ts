import { identifyLanguage } from "../languages/identify-language.ts";
import {
  type Judgement,
  LANGUAGES,
  type Language,
  type LanguageTag,
  type MatchInput,
  type Watchlist,
} from "../model.ts";
import { createQueryCompiler } from "./compile-query.ts";
import { type CompiledPosition, judgePositions } from "./judge-positions.ts";
import { type CompiledTheme, judgeThemes } from "./judge-themes.ts";
import { createLexicon } from "./lexicon.ts";
import { createPhraseTrie, type PhraseTrie } from "./phrase-trie.ts";
import { readPassages } from "./read-passages.ts";
import { placesOf } from "./reading.ts";

export type Matcher = (input: MatchInput) => Judgement;

/** All dossiers made ready for texts of one language. */
interface LanguageMatcher {
  readonly trie: PhraseTrie;
  readonly themes: readonly CompiledTheme[];
  readonly positions: readonly CompiledPosition[];
}

/** What is read of a text to tell its language, in UTF-16 code units. */
const TELLING = 600;

/**
 * Makes a matcher of a watchlist: themes and positions of all dossiers, with evidence, for any article. Pure and
 * deterministic; each language is compiled when its first article comes.
 */
export function compileMatcher(watchlist: Watchlist): Matcher {
  const compiled = new Map<Language, LanguageMatcher>();
  const forLanguage = (language: Language): LanguageMatcher => {
    const known = compiled.get(language) ?? compileFor(language, watchlist);
    compiled.set(language, known);
    return known;
  };
  const { theme, relation } = watchlist.monitor.thresholds;
  return (input) => {
    const language = identifyLanguage(`${input.title ?? ""}\n${input.text.slice(0, TELLING)}`, input.language);
    const readAs = readableAs(language);
    const { trie, themes, positions } = forLanguage(readAs);
    const passages = readPassages(input);
    const ends = passages.all.map(({ to }) => to);
    const found = trie.find(passages.tokens, passages.joined, ends);
    const reading = { input, passages, found, places: placesOf(passages) };
    return {
      language,
      themes: judgeThemes(themes, reading, theme),
      positions: judgePositions(positions, reading, readAs, relation),
    };
  };
}

function compileFor(language: Language, { entities, dossiers }: Watchlist): LanguageMatcher {
  const lexicon = createLexicon();
  const trie = createPhraseTrie(lexicon);
  let symbols = 0;
  const themes: CompiledTheme[] = [];
  const positions: CompiledPosition[] = [];
  for (const dossier of dossiers) {
    const { compile } = createQueryCompiler(language, entities, dossier, lexicon, trie, () => symbols++);
    for (const { id, query } of dossier.themes) themes.push({ id, query: compile(query) });
    for (const position of dossier.positions) {
      // A sentence that fits both sides speaks against: words of quarrel and closing are rarer than those of opening.
      const frames = (["against", "for"] as const).flatMap((side) =>
        position[side].map((text) => ({ side, query: compile(text) })),
      );
      positions.push({ id: position.id, subject: compile(position.subject), frames });
    }
  }
  return { trie, themes, positions };
}

/** Texts in a language we do not read are held against the words of the closest one that we do. */
function readableAs(tag: LanguageTag): Language {
  return LANGUAGES.find((language) => language === tag) ?? NEIGHBOURS[tag] ?? "ru";
}

const NEIGHBOURS: Readonly<Partial<Record<LanguageTag, Language>>> = { az: "tk", tr: "tk", tt: "kk" };
