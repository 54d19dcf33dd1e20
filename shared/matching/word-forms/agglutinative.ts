/**
 * Languages that string suffixes: root + plural + possessive + case + relative. Slots and their members after the
 * standard grammars of each language; every slot may be empty.
 */
import { toCyrillic } from "./uzbek-scripts.ts";
import type { WordForms } from "./word-form.ts";

interface Suffixes {
  readonly slots: readonly string[];
  /** Last consonants that soften before a vowel: қазақ → қазағы. */
  readonly softened: Readonly<Record<string, string>>;
}

const KAZAKH: Suffixes = {
  slots: [
    "лар|лер|дар|дер|тар|тер",
    "ы|і|сы|сі|ым|ім|м|ың|ің|ң|ымыз|іміз|мыз|міз|ыңыз|іңіз",
    "ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|а|е|ны|ні|ды|ді|ты|ті|н|да|де|та|те|нда|нде|дан|ден|тан|тен|нан|нен|мен|бен|пен",
    "ғы|гі|қы|кі|дағы|дегі|тағы|тегі",
    "лар|лер|ның|нің|ға|ге|ны|ні|да|де",
  ],
  softened: { қ: "ғ", к: "г", п: "б" },
};

const KYRGYZ: Suffixes = {
  slots: [
    "лар|лер|лор|лөр|дар|дер|дор|дөр|тар|тер|тор|төр",
    "ы|и|у|ү|сы|си|су|сү|ым|им|ум|үм|м|ың|иң|уң|үң|ң|быз|биз|буз|бүз|ыбыз|ибиз|убуз|үбүз",
    "нын|нин|нун|нүн|дын|дин|дун|дүн|тын|тин|тун|түн|га|ге|го|гө|ка|ке|ко|кө|на|не|но|нө|а|е|о|ө|ны|ни|ну|нү|ды|ди|ду|дү|ты|ти|ту|тү|н|да|де|до|дө|та|те|то|тө|нда|нде|ндо|ндө|дан|ден|дон|дөн|тан|тен|тон|төн|нан|нен|нон|нөн",
    "гы|ги|гу|гү|кы|ки|ку|кү",
  ],
  softened: { к: "г", п: "б" },
};

const UZBEK: Suffixes = {
  slots: [
    "lar",
    "i|si|im|m|ing|ng|imiz|miz|ingiz|ngiz",
    "ning|ni|ga|ka|qa|da|dan|gacha|cha|dagi|niki",
    "gi|lar|larni|larning|larga|larda|ham|mi",
  ],
  softened: { q: "gʼ", k: "g" },
};

const UZBEK_CYRILLIC: Suffixes = {
  slots: UZBEK.slots.map((slot) =>
    slot
      .split("|")
      .map((suffix) => toCyrillic(suffix))
      .join("|"),
  ),
  softened: { қ: "ғ", к: "г" },
};

const TURKMEN: Suffixes = {
  slots: [
    "lar|ler",
    "y|i|sy|si|ym|im|m|yň|iň|ň|ymyz|imiz|myz|miz",
    "nyň|niň|yň|iň|uň|üň|na|ne|a|e|ä|ny|ni|y|i|n|da|de|nda|nde|dan|den|ndan|nden",
    "ky|ki|daky|däki",
  ],
  softened: { k: "g", p: "b", t: "d", ç: "j" },
};

const TAJIK: Suffixes = { slots: ["ҳо|он|ён|гон", "и|ӣ|е|ам|ат|аш|амон|атон|ашон", "ро|и|у|ю"], softened: {} };

export const kazakh = agglutinative(KAZAKH);
export const kyrgyz = agglutinative(KYRGYZ);
export const uzbek = agglutinative(UZBEK);
export const uzbekCyrillic = agglutinative(UZBEK_CYRILLIC);
export const turkmen = agglutinative(TURKMEN);
export const tajik = agglutinative(TAJIK);

function agglutinative({ slots, softened }: Suffixes): WordForms {
  const endings = new RegExp(`^${slots.map((slot) => `(?:${slot})?`).join("")}$`, "u");
  const softEndings = new RegExp(`^(?=[аеиоуүыіөʼaeiouyäöü])${slots.map((slot) => `(?:${slot})?`).join("")}$`, "u");
  return {
    stems: (word) => {
      const soft = softened[word.slice(-1)];
      return [
        { stem: word, endings },
        ...(soft === undefined ? [] : [{ stem: word.slice(0, -1) + soft, endings: softEndings }]),
      ];
    },
  };
}
