import { APOSTROPHES } from "./fold.ts";

/**
 * Abbreviations that a name or a capital may follow, without their stop, in small letters. Those of one letter (г., с.,
 * ж.) and of letters with stops between them (т.е., U.S., т.б., h.k.) need no row.
 */
const BEFORE_ANYTHING = setOf({
  en: "capt cf co col corp dr gen gov hon inc jr lt ltd messrs mr mrs ms mt prof rep rev sen sgt sr st vs",
  ru: "акад вв ген гг гр деп доц долл др зам им кн корп мл напр обл оз пер пл пос пр просп проф ред респ рр св см соц ср тов тт ул чл",
  kk: "ауд ғғ жж көш мыс",
  uz: "koʼch sh.j sh.k vil",
});

/** Abbreviations only where a number follows: "No. 5", but "He said no. Then …"; "1 млн. 200 тыс.". */
const BEFORE_NUMBERS = setOf({
  en: "art fig no nos p pp sec vol",
  ru: "гл кв кг км мин млн млрд пп рис руб ст стр табл тел трлн тыс",
  uz: "ming mlrd mln trln",
});

/** Initials that are written with two letters. */
const TWO_LETTERS = "Ch|Dj|Gh|Kh|Sh|Ts|Ya|Ye|Yo|Yu|Zh|Дж|Дз";
const INITIALS = new RegExp(`^(?:\\p{Lu}\\.)*(?:\\p{Lu}[${APOSTROPHES}]?|${TWO_LETTERS})$`, "u");
const ONE_SMALL_LETTER = /^\p{Ll}$/u;
const LETTERS_WITH_STOPS = /^(?:\p{L}\.)+\p{L}{1,2}$/u;

/** True where a full stop behind `word` ends no sentence, because of what `word` is and what sign comes `next`. */
export function isAbbreviated(word: string, next: string | undefined): boolean {
  const small = word.toLowerCase();
  if (ONE_SMALL_LETTER.test(word) || LETTERS_WITH_STOPS.test(word) || BEFORE_ANYTHING.has(small)) return true;
  if (next === undefined) return false;
  return /\p{Lu}/u.test(next) ? INITIALS.test(word) : /\p{N}/u.test(next) && BEFORE_NUMBERS.has(small);
}

function setOf(byLanguage: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.values(byLanguage).flatMap((words) => words.split(" ")));
}
