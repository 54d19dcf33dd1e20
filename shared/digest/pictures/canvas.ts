import type { Line, Point } from "./path.ts";

/** Steps from the paper to an ink: edges are as soft as that. */
const STEPS = 3;
/** In pixels. */
const LONGEST_PIECE = 16;

/** As the stylesheet has them by day; a picture is seen on a ground that nobody knows. */
const PAPER = 0xfcfbf8;
const INKS = { ink: 0x1d1b18, soft: 0x5f5a52, rule: 0xd9d3c7, for: 0x1f4e96, against: 0xa63c1c } as const;
export type Ink = keyof typeof INKS;
const NAMES = Object.keys(INKS) as readonly Ink[];

/** Red, green and blue of every colour that a pixel may have: the paper, then each ink from its faintest to itself. */
export const PALETTE: readonly number[] = [
  PAPER,
  ...NAMES.flatMap((name) => Array.from({ length: STEPS }, (_, i) => mixed(INKS[name], (i + 1) / STEPS))),
];

function mixed(ink: number, share: number): number {
  const part = (shift: number) => {
    const [paper, own] = [(PAPER >> shift) & 255, (ink >> shift) & 255];
    return Math.round(paper + (own - paper) * share) << shift;
  };
  return part(16) | part(8) | part(0);
}

/** A sheet of paper to draw on; lengths are in pixels, from its upper left corner. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Row by row, a colour of the PALETTE each. */
  readonly pixels: Uint8Array;
  /** A stroke along the lines, with round ends. */
  stroke(lines: readonly Line[], width: number, ink: Ink): void;
  /** A rectangle, all of whose sides stand between pixels. */
  fill(x: number, y: number, width: number, height: number, ink: Ink): void;
}

export function createCanvas(width: number, height: number): Canvas {
  const pixels = new Uint8Array(width * height);
  const put = (x: number, y: number, share: number, first: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const step = Math.min(STEPS, Math.round(share * STEPS));
    if (step < 1) return;
    const at = y * width + x;
    const there = pixels[at] ?? 0;
    if (there === 0 || ((there - 1) % STEPS) + 1 <= step) pixels[at] = first + step - 1;
  };
  const firstOf = (ink: Ink) => 1 + NAMES.indexOf(ink) * STEPS;
  return {
    width,
    height,
    pixels,
    stroke: (lines, thickness, ink) => {
      for (const [a, b] of lines.flatMap(piecesOf)) piece(a, b, thickness / 2, firstOf(ink), put);
    },
    fill: (x, y, wide, high, ink) => {
      const colour = firstOf(ink) + STEPS - 1;
      for (let row = y; row < y + high; row++) pixels.fill(colour, row * width + x, row * width + x + wide);
    },
  };
}

/** The line in short pieces: all pixels around a piece are looked at, and around a long slanting one there are many. */
function piecesOf(line: Line): (readonly [Point, Point])[] {
  const [first] = line;
  if (first !== undefined && line.length === 1) return [[first, first]];
  return line.slice(1).flatMap((to, i) => {
    const [x, y] = line[i] ?? to;
    const [dx, dy] = [to[0] - x, to[1] - y];
    const count = Math.max(1, Math.ceil(Math.sqrt(dx * dx + dy * dy) / LONGEST_PIECE));
    const at = (k: number): Point => [x + (dx * k) / count, y + (dy * k) / count];
    return Array.from({ length: count }, (_, k): readonly [Point, Point] => [at(k), at(k + 1)]);
  });
}

/** Every pixel that is nearer to the piece than `radius`, and those at its edge by how near they are. */
function piece(
  [x0, y0]: Point,
  [x1, y1]: Point,
  radius: number,
  first: number,
  put: (x: number, y: number, share: number, first: number) => void,
): void {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy || 1;
  const edge = radius + 1;
  for (let y = Math.floor(Math.min(y0, y1) - edge); y <= Math.max(y0, y1) + edge; y++)
    for (let x = Math.floor(Math.min(x0, x1) - edge); x <= Math.max(x0, x1) + edge; x++) {
      const [px, py] = [x + 0.5 - x0, y + 0.5 - y0];
      const along = Math.max(0, Math.min(1, (px * dx + py * dy) / length));
      const away = (px - along * dx) ** 2 + (py - along * dy) ** 2;
      if (away < (radius + 0.5) ** 2) put(x, y, radius + 0.5 - Math.sqrt(away), first);
    }
}
