import type { LanguageTag } from "../model.ts";

/** What the table tells apart within one script, and the language each stands for. */
export const CLASSES = {
  Cyrillic: ["ru", "kk", "uz-Cyrl", "ky", "tg", "tt", "uk", "be"],
  Latin: ["en", "uz", "tk", "tr", "az", "kk-Latn"],
} as const;

export type Script = keyof typeof CLASSES;
export type LanguageClass = (typeof CLASSES)[Script][number];

export function languageOf(name: LanguageClass): LanguageTag {
  if (name === "uz-Cyrl") return "uz";
  return name === "kk-Latn" ? "kk" : name;
}

/** The weights are stored as one character each: 0 to 63 steps of this size below zero, in nats, from this character on. */
export const STEP = 0.25;
export const FIRST_CHARACTER = 48;
