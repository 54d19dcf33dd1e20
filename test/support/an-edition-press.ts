import type { Article, Relation, Source } from "../../shared/model.ts";

/** Invented outlets, in the order of the watchlist. */
export const SOURCES: readonly Pick<Source, "id" | "name" | "country" | "language" | "ownership">[] = [
  { id: "steppe-post", name: "Steppe Post", country: "KZ", language: "en", ownership: "private" },
  { id: "astana-tynysy", name: "Астана тынысы", country: "KZ", language: "kk", ownership: "state" },
  { id: "dala-habar", name: "Дала хабар", country: "KZ", language: "ru", ownership: "private" },
  { id: "toshkent-oqshomi", name: "Toshkent oqshomi", country: "UZ", language: "uz", ownership: "state" },
  { id: "vodiy-ovozi", name: "Водий овози", country: "UZ", language: "uz", ownership: "private" },
  { id: "ala-too", name: "Ала-Тоо кабар", country: "KG", language: "ky", ownership: "private" },
  { id: "pomir", name: "Садои Помир", country: "TJ", language: "tg", ownership: "state" },
  { id: "merv", name: "Merw habarlary", country: "TM", language: "tk", ownership: "state" },
  { id: "kaspiy-mayak", name: "Каспийский маяк", country: "KZ", language: "ru", ownership: "private" },
  { id: "nomad-wire", name: "Nomad Wire", country: "GB", language: "en", ownership: "foreign" },
];

export const THEMES: readonly (readonly [id: string, ru: string, en: string, aboutRu: string, aboutEn: string])[] = [
  [
    "alliance",
    "Союз Казахстана и Узбекистана",
    "The Kazakhstan–Uzbekistan alliance",
    "визиты, договоры и доверие двух государств",
    "visits, treaties and trust between the two states",
  ],
  [
    "borders-transit",
    "Границы, транзит и логистика",
    "Borders, transit and logistics",
    "пункты пропуска, грузы, железные дороги, Совет глав регионов",
    "checkpoints, freight, railways, the council of regional heads",
  ],
  [
    "water",
    "Общая вода",
    "Shared water",
    "реки, каналы и гидроэнергетика, общие для соседей",
    "rivers, canals and hydropower shared between states",
  ],
  [
    "multi-vector",
    "Многовекторная дипломатия",
    "Multi-vector diplomacy",
    "равновесие между Россией, Китаем, США и другими",
    "the balance between Russia, China, the US and others",
  ],
  [
    "critical-minerals",
    "Редкие металлы",
    "Rare and critical minerals",
    "совместная работа на редкоземельном сырье",
    "joint work on rare-earth and critical raw materials",
  ],
  [
    "security",
    "Безопасность региона",
    "Regional security",
    "учения, конфликты, попытки поссорить соседей",
    "exercises, conflicts, attempts to set neighbours at odds",
  ],
];

export const STATEMENTS: readonly (readonly [id: string, question: string, theme: string, ru: string, en: string])[] = [
  [
    "p1",
    "q1",
    "alliance",
    "Доверие между странами держится на согласованной воле всех пяти лидеров, а не одного",
    "Today’s trust between states comes from the coordinated will of all five leaders, not of one",
  ],
  [
    "p2",
    "q1",
    "alliance",
    "Союз перешёл от дружбы к системной экономической кооперации с конкретным содержанием",
    "The alliance has moved from friendship to systemic economic cooperation with concrete content",
  ],
  [
    "p4",
    "q2",
    "borders-transit",
    "Прямой контакт глав регионов решает вопросы границ, транзита и логистики на деле",
    "Direct contact between regional heads solves border, transit and logistics problems in practice",
  ],
  [
    "p5",
    "q2",
    "water",
    "Рабочие группы по воде и редким металлам — шаг к совместному управлению стратегическими активами",
    "Working groups on water and rare metals show a move to joint management of strategic assets",
  ],
  [
    "p10",
    "q4",
    "multi-vector",
    "Многовекторная дипломатия Астаны конструктивна и профессиональна",
    "Astana’s multi-vector diplomacy is constructive and professional",
  ],
  [
    "p11",
    "q4",
    "security",
    "Казахстан и Узбекистан вместе должны стать заслоном тем, кто хочет их поссорить",
    "Kazakhstan and Uzbekistan together must be a barrier against those who try to set them at odds",
  ],
  [
    "p12",
    "q4",
    "security",
    "Совместные учения и форматы «Центральная Азия плюс» создают запас стабильности",
    "Joint exercises and “Central Asia plus” formats build a buffer of stability",
  ],
];

interface Story {
  readonly article: Partial<Article> & Pick<Article, "source" | "title" | "text" | "language">;
  readonly position?: {
    readonly id: string;
    readonly relation: Relation;
    readonly quote?: string;
    readonly confidence: number;
    readonly speaker?: string;
  };
  readonly theme: { readonly id: string; readonly quote?: string; readonly confidence: number };
}

const LEDGER =
  "Besh davlat suv taqsimotini bitta umumiy jadvalda hisoblashga, daryolarni esa birgalikda boshqarishga kelishdi.";

/** Invented articles: what each says, to which claim, on which theme. */
export const PRESS: readonly Story[] = [
  {
    article: {
      source: "dala-habar",
      language: "ru",
      title: "На «Сырдарье» открыли вторую полосу: фуры проходят за сорок минут",
      text: "Главы двух областей договорились обо всём по телефону, и через месяц на переходе «Сырдарья» заработала вторая полоса для грузовиков. Очередей на границе больше нет.",
      published: "2026-02-10T04:10:00.000Z",
    },
    position: {
      id: "p4",
      relation: "for",
      quote:
        "Главы двух областей договорились обо всём по телефону, и через месяц на переходе «Сырдарья» заработала вторая полоса для грузовиков.",
      confidence: 0.85,
    },
    theme: { id: "borders-transit", confidence: 0.92 },
  },
  {
    article: {
      source: "vodiy-ovozi",
      language: "uz",
      title: "Чегарада турнақатор: ҳайдовчилар уч кундан бери кутмоқда",
      text: "«Вилоятлар раҳбарлари келишди, аммо божхона буйруқни ҳали олгани йўқ», деди ҳайдовчи Равшан Қодиров. Турнақаторда икки юздан ортиқ юк машинаси бор.",
      published: "2026-02-10T07:35:00.000Z",
    },
    position: {
      id: "p4",
      relation: "against",
      quote: "«Вилоятлар раҳбарлари келишди, аммо божхона буйруқни ҳали олгани йўқ», деди ҳайдовчи Равшан Қодиров.",
      confidence: 0.8,
      speaker: "Равшан Қодиров",
    },
    theme: { id: "borders-transit", confidence: 0.84 },
  },
  {
    article: {
      source: "astana-tynysy",
      language: "kk",
      title: "Түркістан мен Сырдария әкімдері шекара маңындағы кедергілерді бірге жояды",
      text: "Екі өңірдің басшылары ай сайын кездесіп, шекарадағы мәселені сол жерде шешуге уағдаласты.",
      published: "2026-02-10T03:00:00.000Z",
      revision: 2,
    },
    position: {
      id: "p4",
      relation: "for",
      quote: "Екі өңірдің басшылары ай сайын кездесіп, шекарадағы мәселені сол жерде шешуге уағдаласты.",
      confidence: 0.65,
    },
    theme: { id: "borders-transit", confidence: 0.77 },
  },
  {
    article: {
      source: "steppe-post",
      language: "en",
      title: "Regional heads to meet in Turkistan on 20 February",
      text: "The heads of five border regions will discuss checkpoints in Turkistan. No decisions are expected.",
      published: "2026-02-10T09:00:00.000Z",
    },
    position: {
      id: "p4",
      relation: "mentions",
      quote: "The heads of five border regions will discuss checkpoints in Turkistan.",
      confidence: 0.4,
    },
    theme: { id: "borders-transit", confidence: 0.7 },
  },
  {
    article: {
      source: "toshkent-oqshomi",
      language: "uz",
      title: "Besh davlat suv hisobini birlashtirdi",
      text: LEDGER,
      published: "2026-02-10T04:00:00.000Z",
    },
    position: { id: "p5", relation: "for", quote: LEDGER, confidence: 0.85 },
    theme: { id: "water", quote: LEDGER, confidence: 0.95 },
  },
  {
    article: {
      source: "vodiy-ovozi",
      language: "uz",
      title: "Amudaryo va Sirdaryo: yagona jadval",
      text: LEDGER,
      published: "2026-02-10T05:45:00.000Z",
    },
    position: { id: "p5", relation: "for", quote: LEDGER, confidence: 0.8 },
    theme: { id: "water", quote: LEDGER, confidence: 0.9 },
  },
  {
    article: {
      source: "ala-too",
      language: "ky",
      title: "Кыргызстан Камбар-Ата боюнча макулдашууга кол койду",
      text: "Үч өлкө Камбар-Ата ГЭСин чогуу куруп, электр энергиясын тең бөлүшөт.",
      published: "2026-02-10T06:15:00.000Z",
    },
    position: {
      id: "p5",
      relation: "for",
      quote: "Үч өлкө Камбар-Ата ГЭСин чогуу куруп, электр энергиясын тең бөлүшөт.",
      confidence: 0.8,
    },
    theme: { id: "water", confidence: 0.88 },
  },
  {
    article: {
      source: "pomir",
      language: "tg",
      title: "Обанбор бе розигии ҳамсояҳо пур карда мешавад",
      text: "Коршиносон мегӯянд, ки обанбор бе розигии ҳамсояҳо пур карда мешавад.",
      published: "2026-02-09T15:40:00.000Z",
      textFrom: "feed",
      pageProblem: "503 from https://pomir.example/news/1007",
    },
    position: { id: "p5", relation: "against", confidence: 0.7 },
    theme: { id: "water", confidence: 0.75 },
  },
  {
    article: {
      source: "nomad-wire",
      language: "en",
      title: "Kazakhstan’s rare-earth tender goes to an outside bidder, neighbours left out",
      text: "The licence was awarded without the working group that Tashkent and Astana set up last year ever having met.",
    },
    position: {
      id: "p5",
      relation: "against",
      quote:
        "The licence was awarded without the working group that Tashkent and Astana set up last year ever having met.",
      confidence: 0.65,
    },
    theme: { id: "critical-minerals", confidence: 0.9 },
  },
  {
    article: {
      source: "merv",
      language: "tk",
      title: "Garagum derýasynda bilelikdäki ölçeg bekedi açyldy",
      text: "Iki goňşy döwlet suwuň hasabyny bilelikde ýöredýär.",
      dateProblem: "future",
    },
    position: {
      id: "p5",
      relation: "for",
      quote: "Iki goňşy döwlet suwuň hasabyny bilelikde ýöredýär.",
      confidence: 0.6,
    },
    theme: { id: "water", confidence: 0.7 },
  },
  {
    article: {
      source: "dala-habar",
      language: "ru",
      title: "Товарооборот с Узбекистаном вырос на четверть, завод в Кызылорде запущен",
      text: "За год взаимная торговля прибавила четверть, а совместный стекольный завод выдал первую партию.",
      published: "2026-02-10T08:05:00.000Z",
    },
    position: {
      id: "p2",
      relation: "for",
      quote: "За год взаимная торговля прибавила четверть, а совместный стекольный завод выдал первую партию.",
      confidence: 0.85,
    },
    theme: { id: "alliance", confidence: 0.86 },
  },
  {
    article: {
      source: "steppe-post",
      language: "en",
      title: "Half of the joint projects exist on paper only, auditors find",
      text: "Of 74 joint projects announced since 2021, 38 have neither a site nor a budget, the audit chamber said.",
      published: "2026-02-10T10:30:00.000Z",
    },
    position: {
      id: "p2",
      relation: "against",
      quote: "Of 74 joint projects announced since 2021, 38 have neither a site nor a budget, the audit chamber said.",
      confidence: 0.8,
      speaker: "the audit chamber",
    },
    theme: { id: "alliance", confidence: 0.8 },
  },
  {
    article: {
      source: "nomad-wire",
      language: "en",
      title: "Astana talks to everyone, and everyone keeps coming",
      text: "Diplomats from four capitals praised Kazakhstan as a professional and constructive host.",
      published: "2026-02-09T22:10:00.000Z",
    },
    position: {
      id: "p10",
      relation: "for",
      quote: "Diplomats from four capitals praised Kazakhstan as a professional and constructive host.",
      confidence: 0.75,
    },
    theme: { id: "multi-vector", confidence: 0.9 },
  },
  {
    article: {
      source: "ala-too",
      language: "ru",
      title: "Учения пяти стран пройдут под Ошем в сентябре",
      text: "В учениях под Ошем участвуют пять стран, сообщило министерство обороны.",
      published: "2026-02-10T11:20:00.000Z",
    },
    position: {
      id: "p12",
      relation: "mentions",
      quote: "В учениях под Ошем участвуют пять стран, сообщило министерство обороны.",
      confidence: 0.45,
      speaker: "министерство обороны",
    },
    theme: { id: "security", confidence: 0.82 },
  },
  {
    article: {
      source: "astana-tynysy",
      language: "kk",
      title: "Президенттер телефон арқылы сөйлесті",
      text: "Мемлекет басшылары екіжақты қарым-қатынасты талқылады.",
      published: "2026-02-10T12:00:00.000Z",
    },
    theme: { id: "alliance", confidence: 0.74 },
  },
];
