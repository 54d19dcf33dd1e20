import type { DigestLanguage } from "../model.ts";
import type { Forms } from "./wording/words.ts";

/** What only a digest that is sent says, in one language. `{name}` is filled in. */
export interface DeliveryWords {
  readonly wholeEdition: string;
  readonly strongest: Readonly<Record<"for" | "against", string>>;
  readonly mentioned: string;
  readonly alsoIn: string;
  readonly notHeard: string;
  readonly allHeard: Forms;
  readonly why: string;
}

export const DELIVERY_WORDS: Readonly<Record<DigestLanguage, DeliveryWords>> = {
  ru: {
    wholeEdition: "Весь выпуск на сайте",
    strongest: { for: "Сильнее всего за", against: "Сильнее всего против" },
    mentioned: "Только упомянуты",
    alsoIn: "также",
    notHeard: "Не услышаны",
    allHeard: {
      one: "Услышано # издание — все, за которыми мы следим.",
      few: "Услышаны # издания — все, за которыми мы следим.",
      many: "Услышаны # изданий — все, за которыми мы следим.",
      other: "Услышаны # издания — все, за которыми мы следим.",
    },
    why: "Письмо пришло потому, что ваш адрес стоит в списке рассылки: deliver в watch/monitor.yaml.",
  },
  en: {
    wholeEdition: "The whole edition on the site",
    strongest: { for: "Strongest for", against: "Strongest against" },
    mentioned: "Mentioned only",
    alsoIn: "also",
    notHeard: "Not heard from",
    allHeard: {
      one: "# outlet was heard from: all that we watch.",
      other: "# outlets were heard from: all that we watch.",
    },
    why: "You get this letter because your address is on its list: deliver in watch/monitor.yaml.",
  },
  kk: {
    wholeEdition: "Толық шығарылым сайтта",
    strongest: { for: "Ең мықты қостаған", against: "Ең мықты қарсы" },
    mentioned: "Тек аталған",
    alsoIn: "сондай-ақ",
    notHeard: "Естілмеді",
    allHeard: { other: "# басылым естілді — біз бақылайтындардың бәрі." },
    why: "Бұл хат мекенжайыңыз тізімде тұрғандықтан келді: watch/monitor.yaml ішіндегі deliver.",
  },
  uz: {
    wholeEdition: "Butun son saytda",
    strongest: { for: "Eng kuchli quvvatlovchi", against: "Eng kuchli qarshi" },
    mentioned: "Faqat tilga olingan",
    alsoIn: "shuningdek",
    notHeard: "Eshitilmadi",
    allHeard: { other: "# ta nashr eshitildi — biz kuzatadiganlarning hammasi." },
    why: "Bu xat manzilingiz roʻyxatda turgani uchun keldi: watch/monitor.yaml faylidagi deliver.",
  },
};
