import { identifyLanguage } from "../languages/identify-language.ts";
import { LANGUAGE_TAGS } from "../model.ts";

/** Codes of countries that pages give for their languages. */
const MISTAKEN: Readonly<Record<string, string>> = { by: "be", kg: "ky", kz: "kk", tj: "tg", tm: "tk", ua: "uk" };

/**
 * The language of an article: what its text is written in, the page's own claim deciding in doubt, for outlets with
 * several languages often have one template. The claim alone where it is of a language that we cannot tell.
 *
 * @param claims BCP 47 tags and their like, most trustworthy first
 */
export function pageLanguage(claims: readonly string[], text: string): string | undefined {
  const claim = claims.map(languageIn).find((language) => language !== undefined);
  const known = LANGUAGE_TAGS.find((tag) => tag === claim);
  if (text === "" || (claim !== undefined && known === undefined)) return claim;
  const identified = identifyLanguage(text, known);
  return identified === "und" ? claim : identified;
}

/** `kk_KZ`, `kaz`, `KZ` → `kk`. */
function languageIn(claim: string): string | undefined {
  const [code = ""] = claim
    .trim()
    .toLowerCase()
    .split(/[-_,;\s]/u);
  if (!/^[a-z]{2,3}$/u.test(code) || code === "und") return undefined;
  return MISTAKEN[code] ?? new Intl.Locale(code).language;
}
