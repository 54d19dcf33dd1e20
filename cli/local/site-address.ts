import { UsageError } from "../usage-error.ts";

/** Where the pages will be read, as it was written on the command line; with the slash at its end. */
export function siteAddress(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const url = URL.parse(written);
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  if (!isWeb || url.search !== "" || url.hash !== "")
    throw new UsageError(`--address ${written}: write a folder's address on the web, as https://example.org/mizan/`);
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
