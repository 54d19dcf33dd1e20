import { parseDate } from "../web/parse-date.ts";

/** Lines over a text that say when or by whom it is: Russian, Kazakh, Uzbek in two scripts, Kyrgyz, English. */
const ABOVE =
  /^(?:by \p{Lu}[^.]*$|posted\b|published\b|updated\b|автор|жаңартыл|жарияланды|жарыяланды|муаллиф|обновлено|опубликовано|muallif|eʻlon|yangilan)/iu;
/** Lines that lead to other articles, wherever they stand. */
const ELSEWHERE =
  /^(?:\W*(?:смотрите|читайте) (?:также|ещё|еще|по теме)|по теме:|read (?:also|more|next)\b|see also\b|тағы оқи?ңыз|оқи отырыңыз|дагы окуңуз|shuningdek.{0,3} oʻqing|yana oʻqing)/iu;
/** Lines below a text: whose it is, and what the reader might do now. */
const BELOW =
  /^(?:©|\(c\)|copyright\b|all rights reserved|first published\b|follow (?:her|him|us)\b|share (?:on|this)\b|sign up\b|subscribe\b|tags?:|you may also\b|все права защищены|жазылыңыз|обуна бўлинг|поделиться|подпис(?:аться|ывай)|теги?:|фото:|бөлісу|бөлүшүү|obuna boʻling)/iu;
/** Lines at the end that announce what is not there any more: "Share:". */
const ANNOUNCEMENT = /^[^\n]{1,60}:$/u;
/** Longer lines are sentences, whatever they begin with. In UTF-16 code units. */
const LONGEST_LINE = 150;
const LONGEST_DATE = 50;
/** How many lines may stand over the first paragraph. */
const MOST_ABOVE = 8;

/**
 * A text without what frames it on the page: its headline, date and authors above, rights and calls to the reader
 * below, pointers to other articles anywhere.
 */
export function withoutFrame(text: string, title: string | undefined, timeZone: string): string {
  const lines = text.split("\n\n").filter((line) => !isLine(ELSEWHERE, line));
  const above = lines
    .slice(0, MOST_ABOVE)
    .findIndex((line) => line.replace(/\s+/gu, " ") !== title && !isLine(ABOVE, line) && !isDate(line, timeZone));
  const body = lines.slice(Math.max(0, above));
  while (isLine(BELOW, body.at(-1)) || isLine(ANNOUNCEMENT, body.at(-1))) body.pop();
  return body.join("\n\n");
}

function isLine(pattern: RegExp, line = ""): boolean {
  return line.length <= LONGEST_LINE && pattern.test(line);
}

function isDate(line: string, timeZone: string): boolean {
  return line.length <= LONGEST_DATE && /\d/u.test(line) && parseDate(line, timeZone) !== undefined;
}
