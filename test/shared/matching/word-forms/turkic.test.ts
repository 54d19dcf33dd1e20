import { describe, expect, test } from "vitest";
import { toCyrillic } from "../../../../shared/matching/word-forms/uzbek-scripts.ts";
import type { NameTag } from "../../../../shared/model.ts";
import { type FormRow, foundBy } from "../../../support/word-forms.ts";

const ROWS: Readonly<Partial<Record<NameTag, readonly FormRow[]>>> = {
  kk: [
    ["қазақ", "қазақ қазақтың қазаққа қазақты қазақтар қазағы қазағым қазақтардың", "қазақша қазан қазақстан"],
    [
      "Қазақстан",
      "Қазақстан Қазақстанның Қазақстанға Қазақстанда Қазақстаннан Қазақстанмен Қазақстандағы",
      "қазақстандық",
    ],
    ["айналым", "айналым айналымы айналымын айналымының айналымына айналымда айналымдар", "айналу айналма"],
    ["айналымы", "айналымы айналымын айналымының айналымына айналымында айналымынан айналымымен", "айналымдық"],
    ["су", "су суы суды судың суға суда сулар сумен", "судья сурет суық сутегі"],
    ["ел", "ел елі елде елдер елдердің еліміз елімізде еліміздің елдегі", "елек еле елу елші"],
    ["шекара", "шекара шекарасы шекарада шекараға шекарасында шекарадағы шекаралар", "шекаралық"],
    ["халық", "халық халқы халқының халыққа халықтың халықтар", "халықаралық халат"],
    ["серік", "серік серігі серіктер серіктің", "серіктестік"],
    ["келісім", "келісім келісімі келісімдер келісімге келісімде", "келіс келісті"],
    ["мектеп", "мектеп мектебі мектептер мектепте", "мектептік"],
    ["бал", "бал балы балды балдан", "бала балалар балық"],
  ],
  "kk-Latn": [
    [
      "Qazaqstan",
      "Qazaqstan Qazaqstannyñ Qazaqstannyń Qazaqstanğa Qazaqstanǵa Qazaqstanda Qazaqstandağy",
      "qazaqstandyq",
    ],
    ["qazaq", "qazaq qazağy qazaǵy qazaqtar qazaqqa", "qazaqşa qazan"],
  ],
  ky: [
    ["өлкө", "өлкө өлкөсү өлкөнүн өлкөгө өлкөдө өлкөлөр өлкөлөрү өлкөлөрүнүн өлкөлөрдөгү", "өлчөө"],
    [
      "Кыргызстан",
      "Кыргызстан Кыргызстандын Кыргызстанга Кыргызстанда Кыргызстандан Кыргызстандагы",
      "кыргызстандык кыргыз",
    ],
    ["ара", "ара арасы арада арасында арасын аранын арадагы", "араб арал"],
    ["суу", "суу суусу суунун сууну сууга сууда суулар суудан", "суук"],
    ["кызматташтык", "кызматташтык кызматташтыгы кызматташтыкты кызматташтыгын кызматташтыкка", "кызматташ"],
    ["келишим", "келишим келишими келишимдер келишимге келишиминин", "келиш"],
    ["ак", "ак акы акты актар", "актер аксу"],
    ["китеп", "китеп китеби китептер китепти", "китепкана"],
  ],
  uz: [
    ["suv", "suv suvni suvdan suvning suvga suvlar suvi suvlari suvlarini", "suvoq suvchi suvli"],
    ["chegara", "chegara chegarada chegaraga chegarasi chegarasida chegaralar chegaradagi", "chegarachi"],
    [
      "Oʻzbekiston",
      "O‘zbekiston O'zbekistonning Oʻzbekistonda O`zbekistonga Oʻzbekistondan Oʻzbekistondagi",
      "oʻzbek oʻzbekistonlik",
    ],
    ["viloyat", "viloyat viloyati viloyatlar viloyatida viloyatining viloyatlaridan", "viloyatlik"],
    ["shahar", "shahar shahri shahrida shahrining shaharda shaharlar", "shaharlik shahid"],
    ["oʻrin", "oʻrin oʻrni oʻrnini oʻrinlar", "oʻrinbosar oʻrmon"],
    ["tuproq", "tuproq tuprogʻi tuprogʻida tuproqni tuproqlar", "tuproqli"],
    ["yoʻlak", "yoʻlak yo‘lagi yo'lagini yoʻlaklar", "yoʻl"],
    ["yoʻl", "yoʻl yoʻli yoʻlda yoʻllar йўл йўли йўлларда", "yoʻlak yolgʻon йўлак"],
    ["togʻ", "togʻ tog' tog‘lar togʻda тоғ тоғларда", "toga tog тога"],
    ["kelishuv", "kelishuv kelishuvi kelishuvlar келишув келишувни келишувларда", "kelish келиш"],
    ["bosh", "bosh boshi boshida boshlar", "boshqa boshqalar boshliq"],
    ["uy", "uy uyi uyida uylar uyimiz", "uyat"],
    ["obroʻ", "obroʻ obroʻsi obroʻning", "obrazi"],
    ["elchi", "elchi elchisi elchilar элчи элчилар", "elchixona элчихона"],
  ],
  "uz-Cyrl": [
    ["сув", "сув сувни сувдан сувнинг сувлар суви", "сувли сувоқ"],
    ["чегара", "чегара чегарада чегараси чегарасида чегаралар", "чегарачи"],
    ["Ўзбекистон", "Ўзбекистон Ўзбекистоннинг Ўзбекистонда Ўзбекистонга", "ўзбек ўзбекистонлик"],
    ["тупроқ", "тупроқ тупроғи тупроғида тупроқлар", "тупроқли"],
    ["шаҳар", "шаҳар шаҳри шаҳрида шаҳарлар", "шаҳарлик"],
  ],
  tk: [
    ["suw", "suw suwy suwuň suwda suwdan suwlar suwlary suwa", "suwly suwçy"],
    [
      "Türkmenistan",
      "Türkmenistan Türkmenistanyň Türkmenistana Türkmenistanda Türkmenistandan Türkmenistandaky",
      "türkmen",
    ],
    ["ýurt", "ýurt ýurdy ýurduň ýurtlar ýurtlaryň ýurtda ýurdumyz", "ýurtdaş"],
    ["araçäk", "araçäk araçägi araçäkde araçäginde araçäkler", "araçäkçi"],
    ["hyzmatdaşlyk", "hyzmatdaşlyk hyzmatdaşlygy hyzmatdaşlygyň hyzmatdaşlygyna hyzmatdaşlykda", "hyzmatdaş"],
    ["söwda", "söwda söwdasy söwdanyň söwdany söwdasynda", "söwdagär"],
  ],
};

for (const tag of ["kk", "kk-Latn", "ky", "uz", "uz-Cyrl", "tk"] as const) {
  describe(`a word of ${tag} finds its forms, and not what only looks so`, () => {
    test.each(ROWS[tag] ?? [])("%s", (base, forms, others) => {
      expect(foundBy(base, tag, forms)).toEqual(forms.split(" "));
      expect(foundBy(base, tag, others)).toEqual([]);
    });
  });
}

describe("short names in capitals take their endings along", () => {
  test.each<[tag: NameTag, base: string, forms: string, others: string]>([
    ["ky", "АКШ", "АКШ АКШнын АКШда АКШга", "акш акша акшанын"],
    ["uz", "BMT", "BMT BMTning BMTga", "bmt BMTchi"],
    ["kk", "АҚШ", "АҚШ АҚШ-тың", "ақш ақша"],
  ])("%s %s", (tag, base, forms, others) => {
    expect(foundBy(base, tag, forms)).toEqual(forms.split(" ").map((form) => form.split("-")[0]));
    expect(foundBy(base, tag, others)).toEqual([]);
  });
});

describe("Uzbek in Latin becomes Cyrillic", () => {
  test.each([
    ["oʼzbekiston", "ўзбекистон"],
    ["yoʼl", "йўл"],
    ["togʼ", "тоғ"],
    ["maʼno", "маъно"],
    ["isʼhoq", "исҳоқ"],
    ["elchi", "элчи"],
    ["aeroport", "аэропорт"],
    ["kelishuv", "келишув"],
    ["yer", "ер"],
    ["yangi", "янги"],
    ["yodgor", "едгор"],
    ["choy", "чой"],
    ["konstitutsiya", "конституция"],
    ["hokim", "ҳоким"],
    ["xalq", "халқ"],
    ["2025", "2025"],
  ])("%s: %s", (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic);
  });
});
