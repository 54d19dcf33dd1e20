import type { Language } from "../model.ts";

/** What words do to the statement they stand beside. */
export const CUE_KINDS = [
  "denial",
  "possibility",
  "condition",
  "necessity",
  "undecided",
  "formerly",
  "now",
  "contrast",
  "elsewhere",
] as const;
export type CueKind = (typeof CUE_KINDS)[number];

type Words = Readonly<Record<Language, string>>;

/** Terms of the query language between commas, by what they do and by language; found in all of their forms. */
export const CUE_WORDS: Readonly<Record<CueKind, Words>> = {
  /** Somebody says that it is not so. */
  denial: {
    ru: "опроверг*, опроверж*, отрица*, отверг* обвинени*, отверг* слух*, отверга* обвинени*, отверг* сообщени*, вымысел, вымысла, вымыслом, выдумк*, выдуман*, неправд*, не соответствует действительности, слухи, слухов, слухам, преждевременн*, развеял*, мнимы*, мнимая, беспочвенн*, необоснованн*",
    en: "denied, denies, deny, denying, denial, refuted, refutes, dismissed, dismisses, rejected claims, rejected reports, rejected accusations, rejects claims, rumours, rumors, untrue, unfounded, baseless, groundless, invention, debunked, supposed, so-called",
    kk: "жоққа шығар*, теріске шығар*, шындыққа жанаспай*, шындыққа сай емес, негізсіз, қауесет*, ойдан шығар*",
    uz: "rad et*, rad qil*, raddiya*, inkor*, uydirma*, asossiz*, mish-mish*, toʻqima, haqiqatga toʻgʻri kelmay*",
    ky: "төгүндө*, төгүнгө чыгар*, четке как*, танды, негизсиз, ушак-айың*, калп",
    tg: "рад кард*, инкор*, беасос, овоза*, дурӯғ",
    tk: "ýalana çykar*, inkär*, esassyz",
  },
  /** It may be, is expected, planned or feared. */
  possibility: {
    ru: "может, могут, мог, могла, могло, могли, возможно, возможен, возможна, вероятно, вероятност*, не исключ*, не исключено, ожидается, ожидаются, ожидают, ожидает, прогноз*, планир*, намерен, намерена, намерены, предполага*, якобы, по слухам, предлож*, предлага*",
    en: "may, might, could, possibly, perhaps, likely, expected, expects, plans to, planned, planning, intends, allegedly, reportedly, forecast, forecasts, would, proposes, proposed, hopes to",
    kk: "мүмкін, ықтимал*, күтіл*, жоспарла*, жоспарда, болжам*, болжай*, көзделген, көзделіп, ұсынды",
    uz: "mumkin, ehtimol*, kutilmoqda, kutilyapti, kutilayotgan*, rejalashtir*, reja qil*, koʻzda tutil*, taxmin*, bashorat*, taklif qil*",
    ky: "мүмкүн, ыктымал*, күтүлүүдө, күтүлөт, күтүлүп, пландал*, пландаштыр*, болжол*, сунушта*",
    tg: "мумкин, эҳтимол*, шояд, интизор*, дар назар дорад, ба нақша",
    tk: "mümkin, ähtimal*, garaşyl*, meýilleşdir*",
  },
  /** It hangs on something. */
  condition: {
    ru: "если, бы, не будь, при условии, в случае если, разве что",
    en: "if, unless, provided that, were it not, had it not, without the",
    kk: "егер, егер де, жағдайда",
    uz: "agar, modomiki, taqdirda",
    ky: "эгер, эгерде, шартта",
    tg: "агар, дар сурате ки, ба шарте",
    tk: "eger, eger-de",
  },
  /** It should be so. */
  necessity: {
    ru: "должен, должна, должно, должны, нужно, нужен, нужна, нужны, необходим*, следует, пора, обязан*, призва*, призыва*, настаива*, важно, выступил* за",
    en: "must, should, need, needs, needed, ought, urge*, urging, called for, calls for, calling for, has to, have to, insist*, it is time",
    kk: "керек, қажет, қажеттіг*, тиіс, шарт, шақыр*, талап етті",
    uz: "kerak, zarur*, lozim, shart, darkor, chaqir*, daʼvat*",
    ky: "керек, зарыл*, тийиш, чакыр*, талап кыл*",
    tg: "бояд, зарур*, лозим, даъват*",
    tk: "gerek, zerur*, hökman, çagyr*",
  },
  /** Nothing has come of it yet: dates, agendas, what is still being looked at, bare announcements. */
  undecided: {
    ru: "неизвестн*, неясно, не ясно, не определен*, не определил*, не уточн*, не просчит*, не комментир*, отказ* от комментари*, не сообща*, изучают*, изучается, рассматрива*, рассмотрят, рассмотрит, на согласовании, обсудят, обсудит, обсуждается, обсуждают, состоится, состоятся, пройдет, пройдут, намечен*, назначен* на, повестк*, в программе, регистраци*, расписани*, календар*, перечень, лекци*, доклад прочт*, опубликовал* график, отправится, прибудет, по данным таможен*, бюллетен*, наблюдател*, справочник*, сборник*, ответа не дал*",
    en: "unclear, unknown, yet to, not yet, undecided, uncertain, without elaborating, under review, under consideration, considered, will discuss, to discuss, scheduled, take place, be held, will travel, will visit, agenda, calendar, timetable, consultations, declined to comment, not comment, no comment, takes no view, conference, lecture, lectures, registration, papers, hearing, register, according to customs data, went over, questionnaire, survey form",
    kk: "белгісіз, әзірге, әлі белгісіз, талқылан*, талқыланып, қаралады, қаралып, қарастыр*, өтеді, өтетін, жоспарланған, күн тәртіб*, кесте*, тізім*, жинақ*, дәріс*, тіркелу, құрамына, бұйрық*",
    uz: "nomaʼlum, maʼlum emas, hozircha, aniq emas, koʻrib chiqil*, koʻrib chiqmoqda, muhokama qilin*, oʻtkaziladi, boʻlib oʻtadi, oʻtadi, kun tartib*, dastur*, maʼruza*, koʻrgazma*, roʻyxat*, rejalashtirilgan, yilnoma*, belgilanmagan, soʻz bormadi, sotuvga chiq*",
    ky: "белгисиз, азырынча, каралышы, каралат, каралууда, талкуулан*, өтөт, өткөрүлөт, күн тартиб*, тизме*, лекция*, жыйнак*, кийин белгилүү",
    tg: "маълум нест, номаълум, ҳанӯз, баррасӣ, рӯзнома, баргузор мешавад, ҷадвал*, рӯйхат*, тасдиқ нашуда*, лексия",
    tk: "näbelli, entek, ara alyp maslahatlaş*, geçiriler, gün tertib*, sanaw*",
  },
  /** It used to be so. */
  formerly: {
    ru: "раньше, прежде, когда-то, некогда, прежний, прежние, прежнего, прежней, лет назад, года назад, в былые, бывало, до недавнего",
    en: "once, formerly, used to, there was a time, years ago, until recently, in the past, back then, no longer",
    kk: "бұрын, бұрынғы, бір кезде, бір кездері, баяғы, жыл бұрын, кезінде",
    uz: "ilgari, bir paytlar, bir vaqtlar, avvallari, avvalgi, yil avval, oldinlari",
    ky: "мурда, мурун, бир кезде, илгери, бир убакта, жыл мурун",
    tg: "замоне, пештар, қаблан, як вақт, пеш аз ин, сол пеш",
    tk: "öň, ozal, bir wagtlar, ýyl ozal",
  },
  /** It is so today. */
  now: {
    ru: "теперь, сейчас, ныне, нынче, отныне, сегодня, уже, впервые, с тех пор, наконец",
    en: "now, today, nowadays, since then, already, at last, finally, for the first time, those days are",
    kk: "қазір, енді, бүгін, бүгінде, бүгінгі, алғаш рет, содан бері, міне",
    uz: "endi, hozir, endilikda, bugun, bugungi, allaqachon, birinchi marta, ilk bor, nihoyat",
    ky: "азыр, эми, бүгүн, бүгүнкү, биринчи жолу, андан бери, акыры",
    tg: "ҳоло, акнун, имрӯз, бори аввал, ниҳоят, аллакай",
    tk: "indi, häzir, şu gün, ilkinji gezek, ahyry",
  },
  /** What follows weighs more than what went before. */
  contrast: {
    ru: "но, однако, напротив, наоборот, зато, на деле, на самом деле, тем не менее, в действительности, а вот, вместо этого, только",
    en: "but, yet, however, instead, on the contrary, nevertheless, nonetheless, in fact, in reality, still, far from, except",
    kk: "бірақ, алайда, керісінше, дегенмен, шын мәнінде, шындығында, іс жүзінде, әйтсе де",
    uz: "ammo, lekin, biroq, aksincha, aslida, amalda, shunga qaramay, vaholanki",
    ky: "бирок, тескерисинче, чындыгында, анткен менен, ошентсе да, иш жүзүндө",
    tg: "аммо, вале, лекин, баръакс, дар асл, дар амал",
    tk: "emma, ýöne, tersine, aslynda, muňa garamazdan",
  },
  /** Sport, entertainment, food, health, traffic, shops: a realm where the words of politics mean something else. */
  elsewhere: {
    ru: "турнир*, чемпионат*, матч*, велогонк*, велосипед*, футбол*, гроссмейстер*, шахмат*, тренер*, болельщик*, сборная, концерт*, певец*, певица*, модель*, дизайнер*, торгов* центр*, молл, молла, ресторан*, кафе, меню, отел*, гостиниц*, пицц*, стюардесс*, пассажир*, кардиолог*, пациент*, школьник*, гимнаст*, свадьб*, актер*, актрис*, фильм*, зоопарк*, погод*",
    en: "tournament, championship, match, football, cyclist*, cycling, peloton, coach, chess, grandmaster*, concert, singer, designer*, dresses, fashion, mall, restaurant*, breakfast, menu, hotel, hotels, pizza, passengers on, cardiologist*, patients, gymnast*, wedding, actor, actress, film, zoo, weather, recipe",
    kk: "турнир*, чемпионат*, құрамасы, бапкер*, футбол*, шахмат*, концерт*, әнші*, мейрамхана*, қонақүй*, сән, дизайнер*, дәрігер*, науқас*, той, фильм*, гимнаст*, велосипед*, ауа райы, іздеу жүйе*",
    uz: "turnir*, chempionat*, terma jamoa*, murabbiy*, futbol*, shaxmat*, konsert*, xonanda*, restoran*, mehmonxona*, dizayner*, shifokor*, bemor*, toʻy*, film*, gimnast*, velosiped*, pitsa*, hashar*, mahalla*, sport majmua*, ob-havo",
    ky: "турнир*, чемпионат*, курама*, машыктыруучу*, футбол*, шахмат*, концерт*, ырчы*, ресторан*, мейманкана*, дизайнер*, дарыгер*, бейтап*, той, тасма*, гимнаст*, велосипед*, жарыш*, аба ырайы",
    tg: "мусобиқа*, чемпионат*, дастаи мунтахаб, мураббӣ*, футбол*, шоҳмот*, консерт*, сароянда*, тарабхона*, меҳмонхона*, духтур*, бемор*, тӯй, филм*",
    tk: "ýaryş*, çempionat*, ýygyndy*, tälimçi*, futbol*, küşt*, konsert*, restoran*, myhmanhana*, lukman*, toý",
  },
};
