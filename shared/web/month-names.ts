/**
 * How the names of the months begin in the press of the region, January to December: English; Russian and what shares
 * its roots (Kyrgyz, Tajik, Uzbek in Cyrillic); Kazakh; Uzbek in Latin; Turkmen; Kyrgyz folk names.
 */
const BEGINNINGS: readonly string[] = [
  "jan янв қаң yan ýan үчт",
  "feb фев ақп fev few бир",
  "mar мар нау жал",
  "apr апр сәу чын",
  "may май мая мам maý буг",
  "jun июн мау iyun iýun кул",
  "jul июл шіл iyul iýul тек",
  "aug авг там avg awg баш",
  "sep сен қыр sen аяк",
  "oct окт қаз okt тог",
  "nov ноя қар noy noý жет",
  "dec дек жел dek беш",
];

const NUMBERS = new Map(
  BEGINNINGS.flatMap((names, i) => names.split(" ").map((name): [string, number] => [name, i + 1])),
);

/** The number of a month, 1 to 12, by its name in any case form, whole or shortened. */
export function monthNamed(name: string): number | undefined {
  const word = name.toLowerCase();
  return NUMBERS.get(word.slice(0, 4)) ?? NUMBERS.get(word.slice(0, 3));
}
