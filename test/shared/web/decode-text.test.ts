import { describe, expect, test } from "vitest";
import { decodeText } from "../../../shared/web/decode-text.ts";

const TEXT = "Президент Токаев прибыл в Ташкент: қала, ўзбек, ҳоқим…";
const RUSSIAN = "Президент прибыл в Ташкент на переговоры о воде и газе.";

/** Text in a single-byte charset, made by asking the decoder what each byte is. */
function encode(text: string, charset: string): Uint8Array {
  const letters = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (letter) => letters.indexOf(letter));
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return Uint8Array.from(units.flatMap((unit) => (isBigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const xml = (charset: string) => `<?xml version="1.0" encoding="${charset}"?>`;
const meta = (charset: string) => `<html><head><meta charset="${charset}">`;

describe("what names the charset, most trustworthy first", () => {
  const win = "windows-1251";
  test.each<[what: string, bytes: Uint8Array, contentType: string | undefined, kind: "xml" | "html", charset: string]>([
    ["a byte order mark above all", utf8(`\ufeff${xml(win)}${TEXT}`), `text/xml; charset=${win}`, "xml", "utf-8"],
    ["a mark of UTF-16", utf16(`\ufeff${TEXT}`, true), "text/xml; charset=utf-8", "xml", "utf-16be"],
    ["a mark of UTF-16, the other way", utf16(`\ufeff${TEXT}`, false), undefined, "html", "utf-16le"],
    ["a < in two bytes", utf16(`${xml("utf-16")}${TEXT}`, false), undefined, "xml", "utf-16le"],
    ["HTTP", encode(RUSSIAN, win), `text/html; charset=${win}`, "html", win],
    ["HTTP in quotation marks", encode(RUSSIAN, "koi8-r"), 'text/html; charset="KOI8-R"', "html", "koi8-r"],
    ["HTTP before the document", encode(`${xml("koi8-r")}${RUSSIAN}`, win), `text/xml;charset=cp1251`, "xml", win],
    ["the XML declaration", encode(`${xml("koi8-r")}${RUSSIAN}`, "koi8-r"), "text/xml", "xml", "koi8-r"],
    ["meta charset", encode(`${meta(win)}${RUSSIAN}`, win), "text/html", "html", win],
    [
      "meta http-equiv",
      encode(`<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=koi8-r">${RUSSIAN}`, "koi8-r"),
      undefined,
      "html",
      "koi8-r",
    ],
    [
      "the XML declaration of a page",
      encode(`${xml("koi8-r")}<html>${RUSSIAN}`, "koi8-r"),
      undefined,
      "html",
      "koi8-r",
    ],
    ["nothing, and UTF-8", utf8(TEXT), undefined, "html", "utf-8"],
    ["nothing, and a single-byte charset", encode(RUSSIAN, win), undefined, "html", win],
    ["nothing, and KOI8-R", encode(RUSSIAN, "koi8-r"), undefined, "html", "koi8-r"],
    ["nothing, in capitals", encode(`${RUSSIAN} СССР`, win), undefined, "xml", win],
  ])("%s", (_, bytes, contentType, kind, charset) => {
    const decoded = decodeText(bytes, contentType, kind);
    expect(decoded.charset).toBe(charset);
    expect(decoded.text).toContain(charset.startsWith("utf") ? TEXT : RUSSIAN);
  });
});

describe("a wrong declaration is passed over", () => {
  const win = "windows-1251";
  test.each<[what: string, bytes: Uint8Array, contentType: string | undefined, charset: string]>([
    ["UTF-8 that is none", encode(`${meta("utf-8")}${RUSSIAN}`, win), "text/html; charset=utf-8", win],
    [
      "UTF-8 by HTTP, the document right",
      encode(`${meta("koi8-r")}${RUSSIAN}`, "koi8-r"),
      "a/b; charset=utf-8",
      "koi8-r",
    ],
    ["windows-1251 that is UTF-8", utf8(`${meta(win)}${RUSSIAN}`), `text/html; charset=${win}`, "utf-8"],
    ["a server's default", encode(`${meta(win)}${RUSSIAN}`, win), "text/html; charset=ISO-8859-1", win],
    ["UTF-16 in single bytes", utf8(`${meta("utf-16")}${RUSSIAN}`), undefined, "utf-8"],
    ["UTF-16 in plain ASCII", utf8(`${meta("utf-16")}${" ".repeat(30)}`), undefined, "utf-8"],
    ["an unknown one", encode(`${meta("win-cyr")}${RUSSIAN}`, win), "text/html; charset=x-none", win],
  ])("%s", (_, bytes, contentType, charset) => {
    const decoded = decodeText(bytes, contentType, "html");
    expect(decoded.charset).toBe(charset);
    if (bytes.length > 100) expect(decoded.text).toContain(RUSSIAN);
  });
});

test("UTF-8 with a letter cut in the middle stays UTF-8", () => {
  const cut = Uint8Array.from([...utf8("Вода").slice(0, -1), ...utf8(`… ${RUSSIAN}`)]);
  expect(decodeText(cut, "text/xml; charset=utf-8", "xml")).toEqual({
    charset: "utf-8",
    text: expect.stringContaining(RUSSIAN),
  });
});

test("a declaration is looked for at the beginning only", () => {
  const late = encode(`${" ".repeat(1_024)}${meta("koi8-r")}${RUSSIAN}`, "windows-1251");
  expect(decodeText(late, undefined, "html").charset).toBe("windows-1251");
});

test.each([0, 1, 2, 3])("%i bytes of anything are a text", (length) => {
  for (const byte of [0x00, 0x3c, 0x7f, 0xef, 0xfe, 0xff])
    expect(decodeText(new Uint8Array(length).fill(byte), undefined, "xml").text).toBeTypeOf("string");
});
