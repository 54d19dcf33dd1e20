/** News agencies that outlets of the region take texts from, by the name to print and how outlets write it. */
const AGENCIES: readonly (readonly [name: string, written: string])[] = [
  ["24.kg", "24\\.kg"],
  ["AFP", "AFP|АФП|Agence France-Presse"],
  ["AKIpress", "AKIpress|АКИpress|АКИПРЕСС"],
  ["Associated Press", "Associated Press|AP"],
  ["Avesta", "Avesta|Авеста"],
  ["Bloomberg", "Bloomberg|Блумберг"],
  ["Dunyo", "Dunyo|Дунё"],
  ["Interfax", "Interfax|Интерфакс[а-яё-]*"],
  ["Kabar", "Kabar|Кабар"],
  ["Kazinform", "Kazinform|QazInform|Казинформ|ҚазАқпарат"],
  ["Khovar", "Khovar|Ховар"],
  ["Reuters", "Reuters|Рейтер|Рейтерс"],
  ["RIA Novosti", "RIA Novosti|РИА Новости"],
  ["TASS", "TASS|ТАСС"],
  ["Trend", "Trend|Тренд"],
  ["TDH", "TDH|ТДХ"],
  ["UzA", "UzA|УзА|OʻzA|ЎзА"],
  ["Xinhua", "Xinhua|Синьхуа"],
];

/** Words by which an outlet names whose report it prints, beside the name: in front of it, or behind it. */
const IN_FRONT =
  "сообща[а-яё]+|сообщил[аио]?|переда[её]т|пишет|информирует|со ссылкой на|по данным|according to|reported by|citing|via|as reported by";
const BEHIND =
  "сообщает|сообщил[аио]?|переда[её]т|пишет|reports|reported|said|says|хабарлайды|хабарлады|жазады|xabar ber\\p{L}+|xabar qil\\p{L}+|хабар бер\\p{L}+|маалымдайт|билдирет|кабарлайт|хабар меди\\p{L}+|хабар дод|habar ber\\p{L}+";

const QUOTES = "[«»\"“”„']?";
/** Up to three words that say what it is: "агентство", "news agency". */
const KIND = "(?:\\p{Ll}+ ){0,3}";
const EDGE = "(?![\\p{L}\\p{N}])";
const OPEN = "(?<![\\p{L}\\p{N}])";

const PATTERNS = AGENCIES.map(([name, written]) => ({
  name,
  pattern: new RegExp(
    [
      `${OPEN}(?:${IN_FRONT}) ${KIND}${QUOTES}(?:${written})${EDGE}`,
      `${OPEN}(?:${written})${EDGE}${QUOTES},? (?:${BEHIND})${EDGE}`,
      // A dateline, and a line of its own at the end: "АСТАНА, 12 февраля. /ТАСС/.", "… — ТАСС".
      `/(?:${written})/`,
      `[—–-] ?(?:${written})${EDGE}\\.?\\s*(?:\\n|$)`,
    ].join("|"),
    "u",
  ),
}));
/** How much of a text's beginning and end is looked through, in UTF-16 code units: that is where credit is given. */
const REACH = 700;
/** An outlet that is no agency: "передаёт Евразия-Экспресс". */
const OUTLET = new RegExp(
  `${OPEN}(?:сообщает|переда[её]т|reports?)(?: ${KIND})? ?${QUOTES}(\\p{Lu}[\\p{L}\\d.-]*(?: \\p{Lu}[\\p{L}\\d.-]*){0,2})`,
  "u",
);

/** Who the text says it has its news from: an agency, else the outlet it names. Undefined where it names none. */
export function creditedIn(text: string): string | undefined {
  const read = text.length <= 2 * REACH ? text : `${text.slice(0, REACH)}\n${text.slice(-REACH)}`;
  const agency = PATTERNS.find(({ pattern }) => pattern.test(read))?.name;
  return agency ?? OUTLET.exec(read)?.[1]?.replace(/\.+$/u, "");
}
