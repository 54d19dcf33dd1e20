import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LanguageTag } from "../shared/model.ts";
import { corpusPath } from "./corpus.ts";

/** File names of the corpus by the language they hold. */
const FILES = {
  ru: "rus_Cyrl",
  en: "eng_Latn",
  kk: "kaz_Cyrl",
  uz: "uzn_Latn",
  ky: "kir_Cyrl",
  tg: "tgk_Cyrl",
  tk: "tuk_Latn",
  tr: "tur_Latn",
  az: "azj_Latn",
  tt: "tat_Cyrl",
  zh: "zho_Hans",
} as const satisfies Partial<Record<LanguageTag, string>>;

/** Texts whose language is known. */
export interface LanguageTexts {
  /** The same sentences in every language, in the two parts the corpus has them in. */
  readonly sentences: Readonly<Record<"dev" | "train", ReadonlyMap<LanguageTag, readonly string[]>>>;
  /** Uzbek texts, each in Cyrillic and in Latin. */
  readonly uzbek: readonly string[];
}

/** Undefined where the corpus is missing. */
export function readLanguageTexts(): LanguageTexts | undefined {
  const folder = corpusPath("languages");
  if (folder === undefined) return undefined;
  const sentencesOf = (split: string) =>
    new Map(
      Object.entries(FILES).map(([language, name]) => {
        const [, ...rows] = readFileSync(join(folder, `${name}.${split}.tsv`), "utf8")
          .trim()
          .split("\n");
        return [language as LanguageTag, rows.map((row) => row.split("\t").at(-1) ?? "")];
      }),
    );
  const uzbek = readdirSync(join(folder, "uzbek-scripts")).filter((name) => name.endsWith(".txt"));
  return {
    sentences: { dev: sentencesOf("dev"), train: sentencesOf("train") },
    uzbek: uzbek.map((name) => readFileSync(join(folder, "uzbek-scripts", name), "utf8")),
  };
}

/** The share of texts, 0 to 1, that `identify` tells as `language`. */
export function shareTold(
  texts: readonly string[],
  language: LanguageTag,
  identify: (text: string) => LanguageTag,
): number {
  return texts.filter((text) => identify(text) === language).length / texts.length;
}
