import type { Canvas, Ink } from "./canvas.ts";
import { GLYPHS } from "./glyphs.ts";
import { type Line, linesOf, type Point } from "./path.ts";

/** Height of a capital, in the units of the alphabet. */
const CAPITAL = 20;
const SPACE = 11;
/** White between two letters, on the average of their height, and at the narrowest. */
const WHITE = 6.2;
const NARROWEST = 3.4;
/** White that counts: a gap beside an open letter is no wider than that. */
const WIDEST = 9;
/** Slices of a letter's height, by which it is seen how near two letters come to each other. */
const SLICES = 9;
const TOP = -2;
const BOTTOM = 25;

export interface Lettering {
  /** Height of a capital, in pixels. */
  readonly size: number;
  /** In pixels. */
  readonly weight: number;
  readonly ink: Ink;
}

interface Glyph {
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
  readonly slices: readonly Slice[];
}

/** Where the ink of a slice begins and ends; undefined where it has none. */
type Slice = Point | undefined;

const drawn = new Map<string, Glyph | undefined>();

function glyphOf(character: string): Glyph | undefined {
  if (!drawn.has(character)) drawn.set(character, drawGlyph(character));
  return drawn.get(character);
}

function drawGlyph(character: string): Glyph | undefined {
  const path = GLYPHS.get(character);
  if (path === undefined) return undefined;
  const lines = linesOf(path);
  const xs = lines.flat().map(([x]) => x);
  const slices: Slice[] = Array.from({ length: SLICES });
  for (const [x, y] of lines.flatMap(dense)) {
    const at = Math.max(0, Math.min(SLICES - 1, Math.floor(((y - TOP) / (BOTTOM - TOP)) * SLICES)));
    const [from, to] = slices[at] ?? [x, x];
    slices[at] = [Math.min(from, x), Math.max(to, x)];
  }
  return { lines, left: Math.min(...xs), right: Math.max(...xs), slices };
}

/** The line with a point in each slice that it crosses. */
function dense(line: Line): Point[] {
  return line.flatMap((to, i): Point[] => {
    const [x, y] = line[i - 1] ?? to;
    const pieces = Math.max(1, Math.ceil(Math.hypot(to[0] - x, to[1] - y)));
    return Array.from({ length: pieces }, (_, k) => {
      const share = (k + 1) / pieces;
      return [x + (to[0] - x) * share, y + (to[1] - y) * share];
    });
  });
}

/** How far the second letter's origin stands from the first's, so that the white between them looks like any other. */
function advance(a: Glyph, b: Glyph): number {
  const gap = (slice: Slice, other: Slice) =>
    Math.min(WIDEST, a.right - (slice?.[1] ?? -WIDEST) + ((other?.[0] ?? WIDEST) - b.left));
  const gaps = a.slices.map((slice, i) => gap(slice, b.slices[i]));
  const own = gaps.filter((_, i) => a.slices[i] !== undefined || b.slices[i] !== undefined);
  const mean = own.reduce((sum, gap) => sum + gap, 0) / own.length;
  const nearest = Math.min(...a.slices.flatMap((slice, i) => [i - 1, i, i + 1].map((k) => gap(slice, b.slices[k]))));
  return a.right - b.left + Math.max(WHITE - mean, NARROWEST - nearest);
}

/** Whether the alphabet has every character of the text. */
function isWritable(text: string): boolean {
  return [...text].every((character) => /\s/u.test(character) || GLYPHS.has(character));
}

interface Placed {
  readonly glyph: Glyph;
  readonly x: number;
}

/** The letters in the units of the alphabet, from 0 on. */
function place(text: string): { readonly placed: readonly Placed[]; readonly width: number } {
  const placed: Placed[] = [];
  let isNewWord = false;
  for (const character of text) {
    const glyph = glyphOf(character);
    const last = placed.at(-1);
    if (glyph === undefined) isNewWord = true;
    else if (last === undefined) placed.push({ glyph, x: -glyph.left });
    else if (isNewWord) placed.push({ glyph, x: last.x + last.glyph.right + SPACE - glyph.left });
    else placed.push({ glyph, x: last.x + advance(last.glyph, glyph) });
    isNewWord = glyph === undefined;
  }
  const last = placed.at(-1);
  return { placed, width: last === undefined ? 0 : last.x + last.glyph.right };
}

/** In pixels. */
export function widthOf(text: string, size: number): number {
  return (place(text).width * size) / CAPITAL;
}

/**
 * Writes the text with its letters' feet at `y`; `align` says which point of it stands at `x`. A text in letters that the
 * alphabet lacks is not written: the page has it, and half of it would mislead.
 */
export function write(
  canvas: Canvas,
  text: string,
  [x, y]: Point,
  { size, weight, ink }: Lettering,
  align: "left" | "middle" | "right" = "left",
): void {
  if (!isWritable(text)) return;
  const scale = size / CAPITAL;
  const { placed, width } = place(text);
  const start = x - { left: 0, middle: width / 2, right: width }[align] * scale;
  for (const { glyph, x: at } of placed) {
    const lines = glyph.lines.map((line) =>
      line.map(([px, py]): Point => [start + (at + px) * scale, y + (py - CAPITAL) * scale]),
    );
    canvas.stroke(lines, weight, ink);
  }
}

/** The text in lines no wider than `width` pixels. */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/u)) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
