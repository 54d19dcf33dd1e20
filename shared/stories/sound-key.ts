/**
 * Consonants that stand for each other when a name goes from one language or script of the region to another:
 * Қазақстан, Qozogʻiston, Kazakhstan. Longest first; Cyrillic, then Latin. What is not listed (vowels, signs, й, y) falls
 * away.
 */
const CLASSES: readonly (readonly [letters: string, sound: string])[] = [
  ["кгқғхҳһ", "k"],
  ["тдҭ", "t"],
  ["бпвф", "p"],
  ["сзшщжчцҷџ", "s"],
  ["л", "l"],
  ["р", "r"],
  ["м", "m"],
  ["нң", "n"],
  ["kgqxhğ", "k"],
  ["td", "t"],
  ["bpvfw", "p"],
  ["szjşçžč", "s"],
  ["l", "l"],
  ["r", "r"],
  ["m", "m"],
  ["nñ", "n"],
];
const SOUNDS: ReadonlyMap<string, string> = new Map(
  CLASSES.flatMap(([letters, sound]) => Array.from(letters, (letter) => [letter, sound] as const)),
);
/** Two letters for one sound, and c, which sounds as k or s: Latin. */
const LATIN: readonly (readonly [written: RegExp, read: string])[] = [
  [/[szctj]h|ts|tz|dzh|dj/gu, "s"],
  [/[kg]h/gu, "k"],
  [/ck/gu, "k"],
  [/c(?=[eiy])/gu, "s"],
  [/c/gu, "k"],
  [/x$/gu, "ks"],
];
/** So many sounds are compared: endings come behind them. */
const LONGEST = 6;
/** A name with fewer sounds could be any. */
const SHORTEST = 3;

/**
 * How a folded name sounds, whatever it is written in, or undefined where that is too little to know it by. A vowel at
 * the beginning counts as one sound: Узбекистан, Oʻzbekiston → `aspks`.
 */
export function soundKey(form: string): string | undefined {
  const read = LATIN.reduce((text, [written, as]) => text.replace(written, as), form);
  let key = "";
  for (const letter of read) {
    const sound = SOUNDS.get(letter) ?? (key === "" && /[\p{L}]/u.test(letter) ? "a" : "");
    if (!key.endsWith(sound) || sound === "") key += sound;
  }
  return key.length < SHORTEST ? undefined : key.slice(0, LONGEST);
}
