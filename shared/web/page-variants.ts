import { canonicalUrl } from "./canonical-url.ts";

/** Parameters by which an outlet shows the same article for AMP readers or for paper. Sorted; written as `name=value`. */
const PARAMETERS: readonly RegExp[] = [
  /^amp(=(1|true|y|yes)?)?$/u,
  /^(do|format|layout|mode|outputtype|template|tmpl|tpl|type|version|view)=(amp|print|printable)$/u,
  /^print(able|erfriendly|er-friendly)?(=(1|true|y|yes)?)?$/u,
];

/** The same in the path. At its beginning `print` is no variant: newspapers keep their paper's issues there. */
const PATHS: readonly (readonly [variant: RegExp, own: string])[] = [
  [/\.amp(\.html?)?$/iu, "$1"],
  [/(?<=.)\/(?:amp|print)\/?$/iu, ""],
  [/^((?:\/[a-z]{2})?)\/amp(?=\/.)/iu, "$1"],
];

/** Caches that serve other hosts' AMP pages: Google's viewer and the AMP Project's own (amp.dev, "AMP cache URL format"). */
const CACHE_HOSTS = /^(?:www\.google\.[a-z.]+|[^.]+\.cdn\.ampproject\.org)$/u;
const CACHED = /^\/(?:amp|[cv])\/(s\/)?([^/]+\.[^/]+\/.*)$/u;

/**
 * The article's own address where `address` is that of its AMP or print variant, in canonical form; any other address as
 * it is. Asks nobody: what no outlet does to its addresses stays untouched.
 */
export function withoutVariant(address: string): string {
  const url = new URL(address);
  const cached = CACHE_HOSTS.test(url.hostname) ? CACHED.exec(url.pathname) : null;
  const own = cached === null ? undefined : canonicalUrl(`http${cached[1] === undefined ? "" : "s"}://${cached[2]}`);
  if (own !== undefined) return withoutVariant(own);
  url.hostname = url.hostname.replace(/^amp\.(?=[^.]+\.)/u, "");
  url.pathname = PATHS.reduce((path, [variant, name]) => path.replace(variant, name), url.pathname);
  const parameters = url.search.slice(1).split("&");
  url.search = parameters
    .filter((parameter) => !PARAMETERS.some((pattern) => pattern.test(parameter.toLowerCase())))
    .join("&");
  return canonicalUrl(url.href) ?? address;
}
