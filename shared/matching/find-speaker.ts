import { APOSTROPHES } from "../text/fold.ts";
import { findQuotations } from "../text/quotations.ts";
import type { Span } from "../text/sentences.ts";

/** A person: two or three words with capitals, initials among them. Case as written. */
const NAME = `\\p{Lu}(?:\\.|[\\p{L}${APOSTROPHES}-]+)`;
const PERSON = `${NAME}(?:\\s+${NAME}){1,2}`;
/** What stands between a verb and the person: an office, a day; no stop, no other quotation. */
const BETWEEN = '[^.!?«»"“”]';

const SAID = [
  // Russian, also of "по словам", "по мнению"
  "заявил[аи]?|сказал[аи]?|отметил[аи]?|подчеркнул[аи]?|сообщил[аи]?|считает|добавил[аи]?|пояснил[аи]?|объяснил[аи]?|уверен[а]?|убежд[её]н[а]?|полагает|признал[аи]?|рассказал[аи]?|напомнил[аи]?|пишет|утверждает|настаивает|говорит|ответил[аи]?|[Пп]о словам|[Пп]о мнению|[Пп]о оценке",
  "said|says|told|noted|added|argues|argued|warned|insisted|insists|writes|wrote|believes|explained|remarked|stressed|[Aa]ccording to",
];
/** Verbs of languages that put them last, and what means "according to" there: behind the person. */
const SAID_LAST = [
  "деді|дейді|айтты|атап өтті|мәлімдеді|хабарлады|жазды|пікірінше|айтуынша|сөзінше",
  `dedi|deydi|aytdi|ta[${APOSTROPHES}]kidladi|bildirdi|yozadi|yozdi|fikricha|aytishicha|soʻzlariga koʻra`,
  "деди|дейди|айтди|таъкидлади|билдирди|ёзади|фикрича|айтишича",
  "деп айтты|деди|дейт|белгиледи|билдирди|жазат|пикиринде|айтымында",
  "гуфт|таъкид кард|изҳор дошт|қайд кард",
];
const VERBS = [...SAID, ...SAID_LAST].join("|");
const SAID_BEFORE_NAME = new RegExp(`(?<![\\p{L}])(?:${VERBS})(?![\\p{L}])${BETWEEN}{0,80}?\\s(${PERSON})`, "u");
const NAME_BEFORE_SAID = new RegExp(`(${PERSON})${BETWEEN}{0,40}?\\s(?:${VERBS})(?![\\p{L}])`, "u");
const OF_NAME = new RegExp(`(?<![\\p{L}])(?:[Бб]а гуфтаи|[Аа]з рӯи гуфтаи)\\s${BETWEEN}{0,60}?(${PERSON})`, "u");

/** The person a sentence gives as its speaker, as written there, or undefined. */
export function findSpeaker(sentence: string): string | undefined {
  return SAID_BEFORE_NAME.exec(sentence)?.[1] ?? NAME_BEFORE_SAID.exec(sentence)?.[1] ?? OF_NAME.exec(sentence)?.[1];
}

/**
 * Who says each of these sentences of `text`: whoever the sentence itself names, or the one speaker of the quotation
 * that it is a part of, named inside of it, behind it, or before a colon.
 */
export function speakersOf(text: string, sentences: readonly Span[]): (string | undefined)[] {
  const named = sentences.map(({ start, end }) => findSpeaker(text.slice(start, end)));
  const speakers = [...named];
  for (const quotation of findQuotations(text)) {
    const first = sentences.findIndex(({ end }) => end > quotation.start);
    const last = sentences.findLastIndex(({ start }) => start < quotation.end);
    if (first === -1 || last < first) continue;
    const inside = named.slice(first, last + 1).find((speaker) => speaker !== undefined);
    const before = sentences[first - 1];
    const isIntroduced = before !== undefined && text.slice(before.start, before.end).endsWith(":");
    const speaker = inside ?? (isIntroduced ? named[first - 1] : undefined);
    for (let i = first; i <= last; i++) speakers[i] ??= speaker;
  }
  return speakers;
}
