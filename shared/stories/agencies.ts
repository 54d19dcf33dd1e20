import type { Source } from "../model.ts";

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
  ["Kazinform", "Kazinform|QazInform|Казинформ|Қазинформ|ҚазАқпарат"],
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
const IN_FRONT = [
  "сообща[а-яё]+|сообщил[аио]?|рассказал[аи]?|заявил[аи]?|переда[её]т|пишет|информирует",
  "со ссылкой на|по данным|по информации|в интервью|источник ?[:—–-]|Источник ?[:—–-]",
  "according to|reported by|citing|via|as reported by|told|Source:",
  "деп (?:хабарлайды|хабарлады|жазады|кабарлайт|билдирет)|deb xabar ber\\p{L}+|деб хабар бер\\p{L}+",
  "(?:Manba|Манба|Дереккөз|Булагы) ?[:—–-]",
  "хабар медиҳа\\p{L}+|хабар дод|ба иттилои|тибқи иттилои|ба гузориши|habar berýär",
].join("|");
const BEHIND = [
  "сообщает|сообщил[аио]?|переда[её]т|пишет|reports|reported|said|says",
  "хабарлайды|хабарлады|жазады|(?:деп )?(?:маалымдайт|билдирет|кабарлайт)",
  "xabar ber\\p{L}+|xabar qil\\p{L}+|xabariga|maʼlumotiga|хабар бер\\p{L}+|хабарига|маълумотига",
  "хабар меди\\p{L}+|хабар дод|habar ber\\p{L}+",
].join("|");

const QUOTES = "[«»\"“”„']?";
/** Up to three words that say what it is: "агентство", "news agency", "АМИТ". */
const KIND = "(?:(?:\\p{Ll}+|\\p{Lu}{2,5}) ){0,3}";
/** What may stand between a name and the word behind it. */
const KIND_BEHIND = "(?: (?:агентство|агенттігі|агенттиги|agentligi|агентлиги|ХАА|АА|news agency))?";
const LINE = '(?:^|\\n)[«"“ ]*';
const EDGE = "(?![\\p{L}\\p{N}])";
const OPEN = "(?<![\\p{L}\\p{N}])";
/** How much of a text's beginning and end is looked through, in UTF-16 code units: that is where credit is given. */
const REACH = 700;
const CAPITAL = "\\p{Lu}[\\p{L}\\d-]{0,40}(?:\\.[\\p{L}\\d]{1,10})?";
/** One that is in no list, where the text says what it is: "передаёт агентство «Хабар-Восток»". */
const CALLED = new RegExp(
  `${OPEN}(?:сообщает|переда[её]т|пишет|reports?) (?:\\p{Ll}+ )?(?:агентство|газета|издание|портал|телеканал|news agency) (?:[«"“](?<quoted>[^«»"“”\\n]{2,40})[»"”]|(?<bare>${CAPITAL}(?: ${CAPITAL}){0,2}))`,
  "u",
);

/** Somebody whom a text may credit. */
interface Creditor {
  readonly name: string;
  /** The watched outlet that it is. */
  readonly source?: Source["id"];
  readonly mention: RegExp;
  readonly credit: RegExp;
}

/**
 * Made once for the watched outlets: tells whom the text of one of them names as where its news is from, an agency before
 * an outlet, by the name to print. Undefined where it names none, or but itself.
 */
export function createCreditReader(
  sources: readonly Pick<Source, "id" | "name">[],
): (text: string, own?: Source["id"]) => string | undefined {
  const creditors = creditorsAmong(sources);
  return (text, own) => {
    const read = text.length <= 2 * REACH ? text : `${text.slice(0, REACH)}\n${text.slice(-REACH)}`;
    const credited = creditors.find(
      ({ source, mention, credit }) =>
        (source === undefined || source !== own) && mention.test(read) && credit.test(read),
    );
    const { quoted, bare } = CALLED.exec(read)?.groups ?? {};
    return credited?.name ?? quoted ?? bare;
  };
}

/** An agency that is watched goes by its outlet's name. */
function creditorsAmong(sources: readonly Pick<Source, "id" | "name">[]): Creditor[] {
  const outlets = sources.map(({ id, name }) => ({ id, name, bare: name.replace(/ \([^()]*\)$/u, "") }));
  const watched = (written: string) => {
    const whole = new RegExp(`^(?:${written})$`, "u");
    return outlets.find(({ bare }) => whole.test(bare));
  };
  const agencies = AGENCIES.map(([name, written]) =>
    creditor(name, watched(written), written, `[/(](?:${written})[/)]`),
  );
  const known = new Set(agencies.flatMap(({ source }) => source ?? []));
  return [
    ...agencies,
    ...outlets
      .filter(({ id }) => !known.has(id))
      .map((outlet) => creditor(outlet.name, outlet, escaped(outlet.bare), `/${escaped(outlet.bare)}/`)),
  ];
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}

function creditor(
  name: string,
  outlet: Pick<Source, "id" | "name"> | undefined,
  written: string,
  inMarks: string,
): Creditor {
  return {
    name: outlet?.name ?? name,
    ...(outlet === undefined ? {} : { source: outlet.id }),
    mention: new RegExp(written, "u"),
    credit: new RegExp(
      [
        `${OPEN}(?:${IN_FRONT}) ${KIND}${QUOTES}(?:${written})${EDGE}`,
        `${OPEN}(?:${written})${EDGE}${QUOTES}${KIND_BEHIND},? (?:${BEHIND})${EDGE}`,
        inMarks,
        // A dateline: "Душанбе. 11 февраля. Казинформ — …", "ТБИЛИСИ, 17 ноя - РИА Новости.", "ТАСС, 17 мая."
        `${LINE}[^\\n]{2,60}[.,] (?:${written})\\.? [—–-] `,
        `${LINE}[^\\n]{2,60}\\d[^\\n]{1,9} [—–-] (?:${written})[.,]`,
        `${LINE}(?:${written}), \\d`,
        // At the end, behind the last sentence or on a line of its own: "… — ТАСС".
        `(?:\\n|[.!?]["”»]? )[—–-]? ?(?:${written})\\.?\\s*(?:\\n|$)`,
      ].join("|"),
      "u",
    ),
  };
}
