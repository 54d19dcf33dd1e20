/**
 * How the names of the months begin in the press of the region, January to December: English; Russian and what shares
 * its roots (Kyrgyz, Tajik, Uzbek in Cyrillic); Kazakh in both scripts; Uzbek in Latin; Turkmen; Kyrgyz folk names.
 */
const BEGINNINGS: readonly string[] = [
  "jan янв қаң yan ýan үчт qań qañ",
  "feb фев ақп fev few бир aqp",
  "mar мар нау жал nau",
  "apr апр сәу чын säu sáu",
  "may май мая мам maý буг mam",
  "jun июн мау iyun iýun кул mau maýs",
  "jul июл шіл iyul iýul тек şıl şil shi",
  "aug авг там avg awg баш tam",
  "sep сен қыр sen аяк qyr",
  "oct окт қаз okt тог qaz",
  "nov ноя қар noy noý жет qar",
  "dec дек жел dek беш jel",
];

const NUMBERS = new Map(
  BEGINNINGS.flatMap((names, i) => names.split(" ").map((name): [string, number] => [name, i + 1])),
);

/** The number of a month, 1 to 12, by its name in any case form, whole or shortened. */
export function monthNamed(name: string): number | undefined {
  const word = name.toLowerCase();
  return NUMBERS.get(word.slice(0, 4)) ?? NUMBERS.get(word.slice(0, 3));
}
