/**
 * What Turkic languages string behind a word: plural, possessive, case, and what makes an adjective of a place; and the
 * laws of sound by which one form of a suffix is chosen. Each after the standard grammar of its language.
 */
export interface Suffixes {
  readonly vowels: string;
  readonly plural: string;
  /** "Its": the only possessive that has case endings of its own. */
  readonly third: string;
  /** My, your, our. */
  readonly other: string;
  readonly cases: string;
  readonly casesAfterThird: string;
  readonly casesAfterOther: string;
  /** Behind all of these. */
  readonly last: string;
  /** Last consonants that soften before a vowel: қазақ → қазағы. */
  readonly softened: Readonly<Record<string, readonly string[]>>;
  /** Vowels that the last syllable loses before a vowel: халық → халқы. */
  readonly vanishing: string;
  /** Letters at the end of a word that may count as vowels or as consonants: су → суы, obroʼ → obroʼsi. */
  readonly glides?: string;
  /** Vowels of the back and of the front, of which a word and its suffixes have only one kind, but for `neutral` ends. */
  readonly harmony?: { readonly back: string; readonly front: string; readonly neutral: string };
  /** Behind the consonants `after`, no suffix begins with one of these, and behind all others, none with those. */
  readonly voicing?: { readonly after: string; readonly notThen: string; readonly notElse: string };
}

export const KAZAKH: Suffixes = {
  vowels: "аәеиоөуұүыіэюя",
  plural: "лар|лер|дар|дер|тар|тер",
  third: "ы|і|сы|сі",
  other: "ым|ім|м|ың|ің|ң|ымыз|іміз|мыз|міз|ыңыз|іңіз|ңыз|ңіз",
  cases:
    "ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|ны|ні|ды|ді|ты|ті|да|де|та|те|дан|ден|тан|тен|нан|нен|мен|бен|пен|дағы|дегі|тағы|тегі|дай|дей|тай|тей",
  casesAfterThird: "ның|нің|на|не|н|нда|нде|нан|нен|мен|ндағы|ндегі|ндай|ндей",
  casesAfterOther: "ның|нің|дың|дің|а|е|ны|ні|ды|ді|да|де|нан|нен|дан|ден|мен|бен|дағы|дегі",
  last: "лар|лер|ларды|лерді|ларға|лерге",
  softened: { қ: ["ғ"], к: ["г"], п: ["б"] },
  vanishing: "ыі",
  glides: "иую",
  harmony: { back: "аоұыюя", front: "әөүіе", neutral: "[мбп]ен" },
  voicing: { after: "пфкқтсшщчцхһ", notThen: "бгғдлмн", notElse: "ткқп" },
};

export const KYRGYZ: Suffixes = {
  vowels: "аеиоөуүыэюя",
  plural: "лар|лер|лор|лөр|дар|дер|дор|дөр|тар|тер|тор|төр",
  third: "ы|и|у|ү|сы|си|су|сү",
  other: "ым|им|ум|үм|м|ың|иң|уң|үң|ң|быз|биз|буз|бүз|ыбыз|ибиз|убуз|үбүз|ңыз|ңиз|ңуз|ңүз|ыңыз|иңиз|уңуз|үңүз",
  cases:
    "нын|нин|нун|нүн|дын|дин|дун|дүн|тын|тин|тун|түн|га|ге|го|гө|ка|ке|ко|кө|ны|ни|ну|нү|ды|ди|ду|дү|ты|ти|ту|тү|да|де|до|дө|та|те|то|тө|дан|ден|дон|дөн|тан|тен|тон|төн|дагы|деги|догу|дөгү|тагы|теги|тогу|төгү|дай|дей|дой|дөй|тай|тей",
  casesAfterThird:
    "нын|нин|нун|нүн|на|не|но|нө|н|нда|нде|ндо|ндө|нан|нен|нон|нөн|ндагы|ндеги|ндогу|ндөгү|ндай|ндей|ндой|ндөй",
  casesAfterOther: "дын|дин|дун|дүн|а|е|о|ө|ды|ди|ду|дү|да|де|до|дө|дан|ден|дон|дөн|дагы|деги",
  last: "лар|лер|лор|лөр",
  softened: { к: ["г"], п: ["б"] },
  vanishing: "ыиуү",
  harmony: { back: "аоуыюя", front: "еөүиэ", neutral: "" },
  voicing: { after: "пфктсшщчцх", notThen: "бгдлн", notElse: "тк" },
};

export const UZBEK: Suffixes = {
  vowels: "aeiou",
  plural: "lar",
  third: "i|si",
  other: "im|m|ing|ng|imiz|miz|ingiz|ngiz",
  cases: "ning|ni|ga|ka|qa|da|dan|gacha|kacha|qacha|dagi|niki|cha|dek|day",
  casesAfterThird: "ning|ni|ga|da|dan|gacha|dagi|niki|dek|day",
  casesAfterOther: "ning|ni|ga|da|dan|gacha|dagi|niki|dek|day",
  last: "lar|larni|larning|larga|larda|lardan|lari|mi|dir",
  softened: { q: ["gʼ"], k: ["g"] },
  vanishing: "aiu",
  glides: "ʼ",
  voicing: { after: "kq", notThen: "", notElse: "kq" },
};

export const TURKMEN: Suffixes = {
  vowels: "aeiouyäöü",
  plural: "lar|ler",
  third: "y|i|u|ü|sy|si",
  other: "ym|im|um|üm|m|yň|iň|uň|üň|ň|ymyz|imiz|umyz|ümiz|myz|miz|yňyz|iňiz|ňyz|ňiz",
  cases: "yň|iň|uň|üň|nyň|niň|nuň|nüň|a|e|ä|y|i|ny|ni|da|de|dan|den|daky|däki",
  casesAfterThird: "nyň|niň|na|ne|ny|ni|nda|nde|ndan|nden|ndaky|ndäki",
  casesAfterOther: "yň|iň|a|e|y|i|da|de|dan|den|daky|däki",
  last: "lar|ler|dyr|dir",
  softened: { k: ["g"], p: ["b"], t: ["d"], ç: ["j"] },
  vanishing: "yiuü",
  harmony: { back: "aouy", front: "äeöüi", neutral: "" },
};
