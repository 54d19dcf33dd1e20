/** Verbs that name who says a sentence, with the name behind or before them. Letters only; case as written. */
const NAME = "\\p{Lu}[\\p{L}\u02bb\u02bc'’‘-]+";
const PERSON = `${NAME}(?:\\s+${NAME}){1,2}`;
const SAID_BEFORE_NAME = new RegExp(
  `(?:заявил[аи]?|сказал[аи]?|отметил[аи]?|подчеркнул[аи]?|сообщил[аи]?|считает|добавил[аи]?|said|says|told|noted|added|argues|warned)(?:[^.!?«»"“”]{0,80}?)\\s(${PERSON})`,
  "u",
);
const NAME_BEFORE_SAID = new RegExp(
  `(${PERSON})[^.!?«»"“”]{0,40}?\\s(?:заявил[аи]?|сказал[аи]?|отметил[аи]?|подчеркнул[аи]?|сообщил[аи]?|считает|добавил[аи]?|said|says|told|noted|added|argues|warned|деді|айтты|атап өтті|мәлімдеді|dedi|aytdi|taʼkidladi|ta'kidladi|деди|айтди|таъкидлади|деп айтты|белгиледи)(?![\\p{L}])`,
  "u",
);

/** The person a sentence gives as its speaker, as written there, or undefined. */
export function findSpeaker(sentence: string): string | undefined {
  return SAID_BEFORE_NAME.exec(sentence)?.[1] ?? NAME_BEFORE_SAID.exec(sentence)?.[1];
}
