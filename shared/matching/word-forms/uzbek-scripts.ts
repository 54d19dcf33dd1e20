/** Uzbek Latin → Cyrillic, longest first (Uzbek alphabet of 1995 and its predecessor of 1940). Apostrophes are folded. */
const LETTERS: readonly (readonly [string, string])[] = [
  ["yoʼ", "йў"],
  ["sʼh", "сҳ"],
  ["oʼ", "ў"],
  ["gʼ", "ғ"],
  ["sh", "ш"],
  ["ch", "ч"],
  ["yo", "ё"],
  ["yu", "ю"],
  ["ya", "я"],
  ["ye", "е"],
  ["ts", "ц"],
  ["a", "а"],
  ["b", "б"],
  ["d", "д"],
  ["e", "е"],
  ["f", "ф"],
  ["g", "г"],
  ["h", "ҳ"],
  ["i", "и"],
  ["j", "ж"],
  ["k", "к"],
  ["l", "л"],
  ["m", "м"],
  ["n", "н"],
  ["o", "о"],
  ["p", "п"],
  ["q", "қ"],
  ["r", "р"],
  ["s", "с"],
  ["t", "т"],
  ["u", "у"],
  ["v", "в"],
  ["x", "х"],
  ["y", "й"],
  ["z", "з"],
  ["ʼ", "ъ"],
];

/** A folded Uzbek word in Cyrillic, as the matcher compares it: э at the beginning and behind a vowel, ё as е. */
export function toCyrillic(word: string): string {
  let result = "";
  for (let rest = word; rest !== ""; ) {
    const [latin, cyrillic] = LETTERS.find(([letter]) => rest.startsWith(letter)) ?? [rest.charAt(0), rest.charAt(0)];
    result += latin === "e" && /(?:^|[аеёиоуўюя])$/u.test(result) ? "э" : cyrillic;
    rest = rest.slice(latin.length);
  }
  return result.replaceAll("ё", "е");
}
