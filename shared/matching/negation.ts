import type { Language } from "../model.ts";

/** How a language denies: by words before or after, or in the verb's own form; folded forms. */
interface Negation {
  readonly before: RegExp;
  readonly after: RegExp;
  /** What a verb ends in that says something was not done, where the language negates inside the word. */
  readonly form?: RegExp;
  /** Words beside a trouble that say it is over: the queue is gone, the dispute has ended. */
  readonly over: RegExp;
}

const NEVER = /(?!)/u;

const NEGATIONS: Readonly<Record<Language, Negation>> = {
  ru: {
    before: /^(?:не|нет|ни|без|вопреки|вместо|отсутстви\p{L}*|никак\p{L}*|никто|нечего|вряд|едва|нельзя)$/u,
    after: /^(?:нет|отсутству\p{L}*)$/u,
    over: /^(?:исчез\p{L}*|прекра[тщ]\p{L}*|законч\p{L}*|заверш\p{L}*|позади|ушл[аио]|снят\p{L}*|снял[аи]?|отмен\p{L}*|преодол\p{L}*|урегулир\p{L}*|избав\p{L}*|сократ\p{L}*|предотвра\p{L}*|опроверг\p{L}*|развея\p{L}*)$/u,
  },
  en: {
    before:
      /^(?:not|no|never|without|nor|neither|none|nobody|nothing|denie[ds]|deny|denying|hardly|cannot|failed|fails|fail|\p{L}+nʼt|instead|lack|lacks|lacking|rather|stopped|stops|refused?|refuses)$/u,
    after: NEVER,
    over: /^(?:gone|ended|ends|ending|vanished|disappeared|lifted|settled|resolved|avoided|averted|defused|history|halved|eased)$/u,
  },
  kk: {
    before: /^(?:ешқандай|ешбір|бірде)$/u,
    after: /^(?:емес\p{L}*|жоқ\p{L}*|болма\p{L}*|алма\p{L}*|қалма\p{L}*)$/u,
    form: /\p{L}{2}(?:ма|ме|ба|бе|па|пе)(?:ды|ді|ған|ген|й|с|са|се|п)\p{L}*$/u,
    over: /^(?:жой\p{L}*|тоқта\p{L}*|біт\p{L}*|аяқтал\p{L}*|жоғал\p{L}*|азай\p{L}*|шеш\p{L}*)$/u,
  },
  uz: {
    before: /^(?:hech|biror|birorta|ҳеч|бирор|бирорта|na|на)$/u,
    after:
      /^(?:emas\p{L}*|yoʼq\p{L}*|boʼlma\p{L}*|olma\p{L}*|qolma\p{L}*|эмас\p{L}*|йўқ\p{L}*|бўлма\p{L}*|олма\p{L}*)$/u,
    form: /\p{L}{2}(?:ma(?:di|gan|y|s|sa|sin|yapti)|ма(?:ди|ган|й|с|са|син|япти))\p{L}*$/u,
    over: /^(?:yoʼqol\p{L}*|tuga\p{L}*|barham|bartaraf|hal|kamay\p{L}*|йўқол\p{L}*|туга\p{L}*)$/u,
  },
  ky: {
    before: /^(?:эч|бир)$/u,
    after: /^(?:эмес\p{L}*|жок\p{L}*|болбо\p{L}*|алба\p{L}*|калба\p{L}*)$/u,
    form: /\p{L}{2}[бп][аеоө](?:ды|ди|ду|дү|ган|ген|гон|гөн|й|с|са|се|со|сө)\p{L}*$/u,
    over: /^(?:жоюл\p{L}*|бүт\p{L}*|аякта\p{L}*|жогол\p{L}*|токтод\p{L}*|азай\p{L}*|чечил\p{L}*)$/u,
  },
  tg: {
    before: /^(?:на|не|ҳеҷ|бе)$/u,
    after: /^(?:нест\p{L}*|набуд\p{L}*|нашуд\p{L}*|накард\p{L}*)$/u,
    form: /^на(?:ме|шу|ка|да|до|ё|гу|хо|та)\p{L}+$/u,
    over: /^(?:рафт\p{L}*|барҳам|хотима|анҷом|ҳал)$/u,
  },
  tk: {
    before: /^(?:hiç)$/u,
    after: /^(?:däl|ýok|bolmady|bolmaz)$/u,
    form: /\p{L}{2}(?:ma|me)(?:dy|di|dyk|dik|ýar|ýär|z)\p{L}*$/u,
    over: /^(?:gutar\p{L}*|aýryl\p{L}*)$/u,
  },
};

/** Words between a negation and what it turns round, at the most. */
const REACH = 3;
const REACH_AFTER = 2;

/** True where the words from `from` to `to` are said not to be: by a word close before or after them. */
export function isNegated(forms: readonly string[], from: number, to: number, language: Language): boolean {
  const { before, after } = NEGATIONS[language];
  const count =
    forms.slice(Math.max(0, from - REACH), from).filter((form) => before.test(form)).length +
    forms.slice(to, to + REACH_AFTER).filter((form) => after.test(form)).length;
  return count % 2 === 1;
}

/** True where a verb among the words denies itself: келіспеді, kelishmadi. */
export function isNegatedInside(forms: readonly string[], from: number, to: number, language: Language): boolean {
  const { form } = NEGATIONS[language];
  return form !== undefined && forms.slice(from, to).some((word) => form.test(word));
}

/** True where the trouble that the words name is said to be over. */
export function isOver(forms: readonly string[], from: number, to: number, language: Language): boolean {
  const { over } = NEGATIONS[language];
  return [...forms.slice(Math.max(0, from - REACH), from), ...forms.slice(to, to + REACH)].some((form) =>
    over.test(form),
  );
}
