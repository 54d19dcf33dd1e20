import { crc32, inflateSync } from "node:zlib";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of a pixel, as `#rrggbb`. */
  at(x: number, y: number): string;
}

/** Reads a PNG of eight bits by palette whose rows are filtered by nothing or by the row above (PNG §7 to §11). */
export function readPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  if (file.subarray(0, 8).toString("latin1") !== "\u0089PNG\r\n\u001a\n") throw new Error("not a PNG");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const end = at + 8 + file.readUInt32BE(at);
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) throw new Error(`damaged at ${at}`);
    chunks.set(file.toString("latin1", at + 4, at + 8), file.subarray(at + 8, end));
  }
  const [header, palette, data] = ["IHDR", "PLTE", "IDAT"].map((name) => chunks.get(name) ?? Buffer.alloc(0));
  if (header === undefined || palette === undefined || data === undefined || !chunks.has("IEND"))
    throw new Error("a chunk is missing");
  if (header.subarray(8).toString("hex") !== "0803000000") throw new Error("of another kind");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(data);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (width + 1)];
    if (filter !== 0 && filter !== 2) throw new Error(`row ${y} is filtered by ${filter}`);
    for (let x = 0; x < width; x++) {
      const above = filter === 2 ? (pixels[(y - 1) * width + x] ?? 0) : 0;
      pixels[y * width + x] = (rows[y * (width + 1) + 1 + x] ?? 0) + above;
    }
  }
  return {
    width,
    height,
    at: (x, y) => {
      const colour = (pixels[y * width + x] ?? 0) * 3;
      return `#${palette.subarray(colour, colour + 3).toString("hex")}`;
    },
  };
}
