/**
 * Prints how often each language is told right: on whole sentences, on their first 60 characters, and on sentences from
 * a source that usually writes in another language (the mean over all others that are read).
 */
import { identifyLanguage } from "../shared/languages/identify-language.ts";
import { LANGUAGES } from "../shared/model.ts";
import { readLanguageTexts, shareTold } from "./language-texts.ts";

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(9);

const texts = readLanguageTexts();
if (texts !== undefined) {
  console.log("                sentences  first 60  against the source");
  for (const [split, byLanguage] of Object.entries(texts.sentences))
    for (const [language, sentences] of byLanguage) {
      const others = LANGUAGES.filter((other) => other !== language);
      const against = others.map((prior) => shareTold(sentences, language, (text) => identifyLanguage(text, prior)));
      console.log(
        `${split.padEnd(6)} ${language.padEnd(4)} ${String(sentences.length).padStart(4)}`,
        percent(shareTold(sentences, language, (text) => identifyLanguage(text))),
        percent(shareTold(sentences, language, (text) => identifyLanguage(text.slice(0, 60)))),
        percent(against.reduce((sum, share) => sum + share, 0) / others.length),
      );
    }
  const told = shareTold(texts.uzbek, "uz", (text) => identifyLanguage(text));
  console.log(`Uzbek texts in both scripts: ${percent(told).trim()} of ${texts.uzbek.length}`);
}
