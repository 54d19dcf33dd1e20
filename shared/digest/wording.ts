import type { DigestLanguage } from "../model.ts";
import { EN } from "./wording/en.ts";
import { KK } from "./wording/kk.ts";
import { RU } from "./wording/ru.ts";
import { UZ } from "./wording/uz.ts";
import type { Words } from "./wording/words.ts";

export const WORDS: Readonly<Record<DigestLanguage, Words>> = { ru: RU, en: EN, kk: KK, uz: UZ };
