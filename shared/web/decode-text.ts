/** A text and the charset it was read in (the WHATWG name). */
export interface Decoded {
  readonly text: string;
  readonly charset: string;
}

/** How bytes begin: byte order marks (WHATWG Encoding, "BOM sniff"), then `<` in two bytes (XML 1.0, appendix F.1). */
const SIGNATURES: readonly (readonly [charset: string, bytes: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16be", [0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0x00, 0x3c]],
  ["utf-16le", [0x3c, 0x00]],
];

/** Where documents declare their charset; looked for in their first 1,024 bytes, as browsers do. */
const XML_DECLARATION = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/iu;
const META = /<meta[^>]+?charset\s*=\s*["']?([\w.:-]+)/iu;
const DECLARED_WITHIN = 1_024;
const HTTP = /charset\s*=\s*["']?([\w.:-]+)/iu;
/** What servers add to every answer unless they are told otherwise: the document knows better. */
const SERVER_DEFAULTS = /^(?:iso-8859-1|latin-?1|us-ascii|windows-1252)$/iu;

/**
 * Bytes of a feed or page as text. Tried in this order: byte order mark, the charset of the HTTP `Content-Type`, the
 * document's own declaration, strict UTF-8, windows-1251. A charset that is unknown, or that the bytes contradict, is
 * passed over, because outlets declare wrongly.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined, kind: "xml" | "html"): Decoded {
  const signature = SIGNATURES.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
  if (signature?.startsWith("utf-16")) return leniently(bytes, signature);
  // Bytes beyond ASCII that are UTF-8 by chance are not met with, so no declaration of another charset stands against it.
  const utf8 = bytes.some((byte) => byte > 0x7f) ? strictly(bytes, "utf-8") : undefined;
  const declared = [HTTP.exec(contentType ?? "")?.[1], declaredIn(bytes, kind)];
  if (SERVER_DEFAULTS.test(declared[0] ?? "")) declared.reverse();
  for (const charset of [...(utf8 === undefined && signature === undefined ? declared : []), "utf-8"]) {
    const text = charset === undefined ? undefined : strictly(bytes, charset);
    if (text !== undefined) return text;
  }
  return damagedUtf8(bytes) ?? leniently(bytes, undeclaredCyrillic(bytes));
}

function declaredIn(bytes: Uint8Array, kind: "xml" | "html"): string | undefined {
  const head = leniently(bytes.subarray(0, DECLARED_WITHIN), "latin1").text;
  return (XML_DECLARATION.exec(head) ?? (kind === "html" ? META.exec(head) : null))?.[1];
}

function strictly(bytes: Uint8Array, charset: string): Decoded | undefined {
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    // What declares itself in single bytes is not in double ones.
    if (decoder.encoding.startsWith("utf-16") && !bytes.includes(0)) return undefined;
    return { text: decoder.decode(bytes), charset: decoder.encoding };
  } catch {
    return undefined; // no charset we know, or not these bytes
  }
}

function leniently(bytes: Uint8Array, charset: string): Decoded {
  const decoder = new TextDecoder(charset);
  return { text: decoder.decode(bytes), charset: decoder.encoding };
}

/** Of the characters beyond ASCII one in so many may be broken in UTF-8: outlets cut summaries in the middle of one. */
const DAMAGE = 10;

function damagedUtf8(bytes: Uint8Array): Decoded | undefined {
  const decoded = leniently(bytes, "utf-8");
  const beyondAscii = decoded.text.replace(/\p{ASCII}+/gu, "");
  const broken = beyondAscii.length - beyondAscii.replaceAll("\ufffd", "").length;
  return broken * DAMAGE <= beyondAscii.length ? decoded : undefined;
}

/** Text is mostly small letters: they lie from 0xE0 on in windows-1251, the region's commonest, below it in KOI8-R. */
function undeclaredCyrillic(bytes: Uint8Array): "windows-1251" | "koi8-r" {
  let balance = 0;
  for (const byte of bytes) if (byte >= 0xc0) balance += byte >= 0xe0 ? 1 : -1;
  return balance >= 0 ? "windows-1251" : "koi8-r";
}
