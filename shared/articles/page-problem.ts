import type { ArticleData } from "./json-ld.ts";

/** A shorter text is a menu or a notice; a real note has a sentence or two. In UTF-16 code units. */
const SHORTEST_TEXT = 80;
/** What is longer shows the article, whatever stands beside it. */
const LONGEST_STUB = 1_500;
/** Outlets show so much of a paid article at the most, and then may say no more than that it is paid. */
const LONGEST_TEASER = 700;
/** The share of a text's letters from which on it is about consent and nothing else. */
const MOSTLY = 0.5;

/** How outlets say that the rest is for those who pay: English, Russian, Kazakh, Kyrgyz, Uzbek in two scripts. */
const PAYWALL =
  /subscribe (?:now )?to (?:continue|keep|read)|(?:to|and) (?:continue|keep) reading,? (?:please )?(?:subscribe|sign|log|register)|(?:for|to) (?:our )?subscribers only|subscribers?[- ]only (?:article|content|story)|already a subscriber\?|unlock (?:this|the full) article|this (?:article|content|story) is (?:only )?(?:available )?(?:for|to) (?:our )?(?:paid |paying )?(?:members|subscribers)|(?:материал|статья|текст|контент|публикация)[^.!?]{0,40} (?:доступ\p{L}{1,12}|открыт\p{L}{0,12}) (?:только )?(?:\p{L}{1,12} )?(?:подписчик|по подписке|после оплаты)|только для подписчиков|(?:чтобы|хотите) (?:про)?читать (?:дальше|далее|полностью|статью|материал|полный текст)[^.!?]{0,40}(?:подпи|оформите|войдите|оплат)|(?:оформите|купите) подписку,? чтобы|продолжение доступно[^.!?]{0,30}подпис|полн\p{L}{1,12} (?:текст|верси\p{L}{1,12})[^.!?]{0,40}подпис|тек жазылушылар|жазылушыларға ғана|жазылу(?:шы)?\p{L}{0,12} (?:арқылы )?қолжетімді|жазылуучулар(?:га)? гана|faqat obunachilar|obunachilar uchun|фақат обуначилар|обуначилар учун/iu;
/** How pages ask for consent to cookies. */
const CONSENT =
  /\bcookies?\b|\bconsent\b|privacy (?:policy|settings|choices)|personal data|\bgdpr\b|файл\p{L}{0,12} куки|куки-файл|\bкуки\b|персональн\p{L}{1,12} данн|политик\p{L}{1,12} конфиденциальности|дербес деректер|жеке маалымат|shaxsiy maʼlumot/iu;
const COOKIE = /cookie|куки/iu;
/** How pages keep robots out, us among them. */
const ROBOT_CHECK =
  /checking (?:if the site connection is secure|your browser)|verif(?:y|ying) (?:that )?you are (?:a )?human|enable javascript and cookies|just a moment\.\.\.|are you a robot|unusual traffic|проверк\p{L} (?:вашего )?браузера|подтвердите,? что вы (?:не робот|человек)|вы не робот|ddos-guard/iu;
const NOT_FOUND =
  /^(?:error )?404\b|page (?:was )?not found|(?:страниц|публикаци|материал|стать)\p{L} (?:не найден|не существует|удал[её]н)|(?:бет|парақша) табылмады|барак табылган жок|sahifa topilmadi|саҳифа топилмади/iu;

export interface SeenPage {
  readonly data: ArticleData;
  readonly title: string | undefined;
  /** What was taken for the article's text; may be empty. */
  readonly text: string;
  /** All that the page shows, as plain text; asked for only where the text is short. */
  readonly everything: () => string;
}

/** Why a page does not show its article, in words that "on <address>" can follow; undefined where it does. */
export function pageProblem({ data, title = "", text, everything }: SeenPage): string | undefined {
  if (text.length > LONGEST_STUB) return undefined;
  const shown = everything();
  const isNone = text.length < SHORTEST_TEXT;
  if (isAboutConsent(text) || (isNone && COOKIE.test(shown) && isAboutConsent(shown)))
    return "a question about cookies in place of the article";
  if (PAYWALL.test(shown) || (data.isPaid && text.length <= LONGEST_TEASER)) return "a paywall in place of the article";
  const isShort = text.length <= LONGEST_TEASER;
  if (isShort && ROBOT_CHECK.test(`${title}\n${shown.slice(0, LONGEST_STUB)}`))
    return "a check for robots in place of the article";
  if (isShort && NOT_FOUND.test(title)) return "the notice that there is no such page";
  return isNone ? "no article text" : undefined;
}

/** True where the paragraphs that speak of cookies and consent are most of a text, which names cookies. */
function isAboutConsent(text: string): boolean {
  if (!COOKIE.test(text)) return false;
  const lines = text.split(/\n+/u);
  const about = lines.filter((line) => CONSENT.test(line)).reduce((sum, line) => sum + line.length, 0);
  return about > text.length * MOSTLY;
}
