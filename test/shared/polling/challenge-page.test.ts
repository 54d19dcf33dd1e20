import { expect, test } from "vitest";
import { challengedBy } from "../../../shared/polling/challenge-page.ts";

const page = (inside: string) => Buffer.from(`<!DOCTYPE html><html><head>${inside}</head><body></body></html>`);

test.each<[string | undefined, Readonly<Record<string, string>>, Uint8Array]>([
  ["Cloudflare", { "cf-mitigated": "challenge" }, Buffer.from("")],
  ["Cloudflare", {}, page("<title>Just a moment...</title>")],
  ["Cloudflare", {}, page("<script>window._cf_chl_opt = {}</script>")],
  ["AWS WAF", { "x-amzn-waf-action": "challenge" }, Buffer.from("")],
  ["DDoS-Guard", {}, page('<script src="/.well-known/ddos-guard/js-challenge/index.js"></script>')],
  ["Imperva", {}, page('<iframe src="/_Incapsula_Resource?xinfo=1"></iframe>')],
  [undefined, {}, page("<title>503 Service Unavailable</title>")],
  [undefined, { "cf-mitigated": "none", server: "cloudflare" }, Buffer.from("")],
  [undefined, {}, Buffer.from("<rss><channel><title>Just a moment...</title></channel></rss>")],
])("%s: %j", (guard, headers, body) => {
  expect(challengedBy(headers, body)).toBe(guard);
});
