import { constants, crc32, deflateSync } from "node:zlib";
import { type Canvas, PALETTE } from "./canvas.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const EIGHT_BITS = 8;
const BY_PALETTE = 3;
/** A row as what it differs from the one above in: mostly nothing. */
const UP = 2;

/**
 * The canvas as PNG (https://www.w3.org/TR/png-3/). It is packed by runs alone, which leaves zlib nothing to choose: the
 * same picture is the same bytes on every processor and in every version.
 */
export function png({ width, height, pixels }: Canvas): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([EIGHT_BITS, BY_PALETTE], 8);
  const palette = Buffer.from(PALETTE.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const rows = deflateSync(differences(pixels, width), { level: 9, strategy: constants.Z_RLE });
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function differences(pixels: Uint8Array, width: number): Uint8Array {
  const height = pixels.length / width;
  const rows = new Uint8Array(pixels.length + height);
  for (let y = 0; y < height; y++) {
    const start = y * (width + 1);
    rows[start] = UP;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      rows[start + 1 + x] = (pixels[at] ?? 0) - (pixels[at - width] ?? 0);
    }
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(typed.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(typed, 4);
  whole.writeUInt32BE(crc32(typed), typed.length + 4);
  return whole;
}
