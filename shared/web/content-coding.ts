import type { Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";

/** As wide a window as senders may use (RFC 9659 §3: 8 MB), as a power of two; the library's own bound is 128 MB. */
const ZSTD_WINDOW_LOG = 23;

/** Ends where the bytes end: outlets cut answers short, and what came is worth reading. */
const GZIP = { finishFlush: constants.Z_SYNC_FLUSH };
const BROTLI = { finishFlush: constants.BROTLI_OPERATION_FLUSH };
const ZSTD = {
  finishFlush: constants.ZSTD_e_flush,
  params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG },
};

/** Content codings (IANA HTTP Content Coding Registry) and what undoes them. */
const DECODERS: Readonly<Record<string, () => Transform>> = {
  br: () => createBrotliDecompress(BROTLI),
  deflate: () => createInflate(GZIP),
  gzip: () => createGunzip(GZIP),
  "x-gzip": () => createGunzip(GZIP),
  zstd: () => createZstdDecompress(ZSTD),
};

/** What is asked for. Deflate is not: senders disagree on what it is (RFC 9110 §8.4.1.2). */
export const ACCEPT_ENCODING = "gzip, br, zstd";

/**
 * The streams that undo a `Content-Encoding`: one, or none. Throws where it is unknown, or more than one: nobody needs
 * two, and a bomb inside a bomb would cost a processor's time long before it is too large.
 */
export function decodersOf(contentEncoding: string): Transform[] {
  const coding = contentEncoding.trim().toLowerCase();
  if (coding === "" || coding === "identity") return [];
  const decoder = DECODERS[coding];
  if (decoder === undefined) throw new Error(`refused the content encoding ${JSON.stringify(coding.slice(0, 40))}`);
  return [decoder()];
}
