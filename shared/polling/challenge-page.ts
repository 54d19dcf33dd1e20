/** What an outlet's guard answers in place of what was asked for. Sorted by guard. */
const CHALLENGES: readonly {
  readonly guard: string;
  /** A header that says it, by name and what its value begins with. */
  readonly header?: readonly [name: string, value: string];
  /** What its page holds, in lower case. */
  readonly marks: readonly string[];
}[] = [
  { guard: "Akamai", marks: ["/_sec/cp_challenge"] },
  { guard: "AWS WAF", header: ["x-amzn-waf-action", "challenge"], marks: ["awswafcookiedomainlist"] },
  {
    guard: "Cloudflare",
    // developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response
    header: ["cf-mitigated", "challenge"],
    marks: ["_cf_chl_opt", "/cdn-cgi/challenge-platform/h/", "<title>just a moment...</title>"],
  },
  { guard: "DDoS-Guard", marks: ["/.well-known/ddos-guard/", "<title>ddos-guard</title>"] },
  { guard: "Imperva", marks: ["_incapsula_resource"] },
  { guard: "Qrator", marks: ["/__qrator/"] },
  { guard: "Sucuri", marks: ["sucuri_cloudproxy_js"] },
];

/** Feeds speak of guards as well, but not in their first kilobytes; in bytes. */
const LOOKED_AT = 20_000;

/** The guard that answered with a question only a browser can answer, or undefined where none did. */
export function challengedBy(headers: Readonly<Record<string, string>>, body: Uint8Array): string | undefined {
  const byHeader = CHALLENGES.find(({ header }) => header && headers[header[0]]?.toLowerCase().startsWith(header[1]));
  if (byHeader !== undefined) return byHeader.guard;
  const page = new TextDecoder("latin1").decode(body.subarray(0, LOOKED_AT)).toLowerCase();
  if (!/<html|<!doctype html/u.test(page)) return undefined;
  return CHALLENGES.find(({ marks }) => marks.some((mark) => page.includes(mark)))?.guard;
}
