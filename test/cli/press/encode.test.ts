import { expect, test } from "vitest";
import { encode } from "../../../cli/press/encode.ts";

test.each([
  ["windows-1251", "Ташкент — «вода», № 5, ё"],
  ["koi8-r", "Ташкент: вода, ё"],
  ["utf-8", "Қазақстан, oʻzbek"],
] as const)("%s round-trips through the platform's decoder", (charset, text) => {
  expect(new TextDecoder(charset).decode(encode(text, charset))).toBe(text);
});

test("what a charset lacks becomes a question mark", () => {
  expect(new TextDecoder("koi8-r").decode(encode("«қ»", "koi8-r"))).toBe("???");
});
