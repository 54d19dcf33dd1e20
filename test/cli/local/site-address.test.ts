import { describe, expect, test } from "vitest";
import { siteAddress } from "../../../cli/local/site-address.ts";

describe("where the pages will be read", () => {
  test.each([
    [undefined, undefined],
    ["https://example.org", "https://example.org/"],
    ["https://example.org/mizan", "https://example.org/mizan/"],
    ["http://127.0.0.1:8080/mizan/", "http://127.0.0.1:8080/mizan/"],
  ])("%s is %s", (written, expected) => {
    expect(siteAddress(written)).toBe(expected);
  });

  test.each([
    "example.org",
    "ftp://example.org/",
    "javascript:alert(1)",
    "https://example.org/?page=1",
    "https://a.example/#x",
  ])("%s is not understood, and it is said what would be", (written) => {
    expect(() => siteAddress(written)).toThrow(`--address ${written}: write a folder's address on the web`);
  });
});
