/** Byte of each character in a single-byte charset, read off the decoder that the platform brings. */
function tableOf(charset: string): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(charset);
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
}

const QUESTION_MARK = 0x3f;

/** `text` as bytes of `charset`; what a single-byte charset lacks becomes `?`. */
export function encode(text: string, charset: "utf-8" | "windows-1251" | "koi8-r"): Uint8Array {
  if (charset === "utf-8") return new TextEncoder().encode(text);
  const table = tableOf(charset);
  return Uint8Array.from(text, (character) => table.get(character) ?? QUESTION_MARK);
}
