/** Prints how often each language is told right, on whole sentences and on their first 60 characters. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { identifyLanguage } from "../shared/languages/identify-language.ts";
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
};

const folder = corpusPath("languages");
if (folder !== undefined) {
  for (const split of ["dev", "train"]) {
    for (const [language, name] of Object.entries(FILES)) {
      const rows = readFileSync(join(folder, `${name}.${split}.tsv`), "utf8")
        .trim()
        .split("\n")
        .slice(1);
      const sentences = rows.map((row) => row.split("\t").at(-1) ?? "");
      const right = (length?: number) =>
        sentences.filter((text) => identifyLanguage(text.slice(0, length)) === language).length;
      const percent = (n: number) => `${((100 * n) / sentences.length).toFixed(1)} %`;
      console.log(
        `${split.padEnd(6)} ${language.padEnd(4)} sentences ${percent(right()).padStart(8)}   first 60 ${percent(right(60)).padStart(8)}   of ${sentences.length}`,
      );
    }
  }
  const texts = readdirSync(join(folder, "uzbek-scripts")).map((name) =>
    readFileSync(join(folder, "uzbek-scripts", name), "utf8"),
  );
  console.log(
    `Uzbek texts in both scripts: ${texts.filter((text) => identifyLanguage(text) === "uz").length} of ${texts.length}`,
  );
}
