const ON_THE_WEB = /^https?:\/\/[^/]/iu;
const ANY_SCHEME = /^[a-z][a-z\d+.-]*:/iu;

/**
 * The first of these that is an address on the web: as it is written where it is absolute, else as the base makes it.
 * Where the base itself is not on the web, a relative address stays as it is.
 */
export function firstAddress(candidates: readonly (string | undefined)[], base: string): string | undefined {
  const written = candidates.map((text) => text?.replace(/[\t\n\r]+/gu, "").trim() ?? "").filter((text) => text !== "");
  for (const text of written) {
    const address = absolute(text.replaceAll("&amp;", "&"), base); // escaped once too often, as feeds do
    if (address !== undefined) return address;
  }
  return ON_THE_WEB.test(base) ? undefined : written.find((text) => !ANY_SCHEME.test(text));
}

function absolute(address: string, base: string): string | undefined {
  if (!URL.canParse(address, base)) return undefined;
  const { href, protocol } = new URL(address, base);
  if (protocol !== "http:" && protocol !== "https:") return undefined;
  return ON_THE_WEB.test(address) ? address : href;
}
