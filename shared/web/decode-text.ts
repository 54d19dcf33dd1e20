/** A text and the charset it was read in (the WHATWG name). */
export interface Decoded {
  readonly text: string;
  readonly charset: string;
}

/** Byte order marks, longest first (WHATWG Encoding, "BOM sniff"). */
const BOMS: readonly (readonly [charset: string, bytes: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16be", [0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
];

/** Where a document of each kind declares its charset; looked for in its first 1,024 bytes, as browsers do. */
const DECLARATIONS = {
  xml: /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/iu,
  html: /<meta[^>]+?charset\s*=\s*["']?([\w.:-]+)/iu,
} as const;
const DECLARED_WITHIN = 1_024;

/** What undeclared bytes are when they are not UTF-8: the region's commonest single-byte charset. */
const LAST_RESORT = "windows-1251";

/**
 * Bytes of a feed or page as text. Tried in this order: byte order mark, the charset of the HTTP `Content-Type`, the
 * document's own declaration, strict UTF-8, windows-1251. A charset that is unknown, or that the bytes contradict, is
 * passed over, because outlets declare wrongly.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined, kind: "xml" | "html"): Decoded {
  const bom = BOMS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
  const http = /charset\s*=\s*["']?([\w.:-]+)/iu.exec(contentType ?? "")?.[1];
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARED_WITHIN));
  const declared = DECLARATIONS[kind].exec(head)?.[1];
  for (const charset of [bom, http, declared, "utf-8"]) {
    const text = charset === undefined ? undefined : strictly(bytes, charset);
    if (text !== undefined) return text;
  }
  return { text: new TextDecoder(LAST_RESORT).decode(bytes), charset: LAST_RESORT };
}

function strictly(bytes: Uint8Array, charset: string): Decoded | undefined {
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    return { text: decoder.decode(bytes), charset: decoder.encoding };
  } catch {
    return undefined;
  }
}
