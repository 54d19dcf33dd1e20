import type { Locale } from "../locale.ts";
import type { Canvas } from "./canvas.ts";
import { write } from "./lettering.ts";
import type { Point } from "./path.ts";

/** What those who show previews ask for, in pixels: 1.91 to 1. */
export const PICTURE = { width: 1200, height: 630, margin: 64 } as const;

/** An edition's picture in its day's folder, in the site's first language. */
export const EDITION_PICTURE = "balance.png";

const HEADER = { size: 32, weight: 3.6 } as const;
/** Of a number and the word beneath it: height of a capital, stroke, feet below the place that is given. */
const FIGURES = {
  large: { number: { size: 56, weight: 6.5, feet: 84 }, word: { size: 24, weight: 3, feet: 132 } },
  small: { number: { size: 38, weight: 4.5, feet: 56 }, word: { size: 18, weight: 2.4, feet: 90 } },
} as const;
/** The frame of what is against, in pixels. */
const FRAME = 3;

/** Whose picture it is, and of when. */
export function drawHeader(canvas: Canvas, title: string, when: string): void {
  const { width, margin } = PICTURE;
  write(canvas, title, [margin, 92], { ...HEADER, ink: "ink" });
  write(canvas, when, [width - margin, 92], { ...HEADER, ink: "ink" }, "right");
}

/** `24`, and beneath it what it counts. */
export function drawFigure(
  canvas: Canvas,
  side: "for" | "against",
  count: number,
  [x, y]: Point,
  size: keyof typeof FIGURES,
  locale: Locale,
): void {
  const { number, word } = FIGURES[size];
  write(canvas, locale.number(count), [x, y + number.feet], { ...number, ink: side }, "middle");
  write(canvas, locale.words.relations[side], [x, y + word.feet], { ...word, ink: side }, "middle");
}

/** What is against is hollow, so that it is told without its colour and its side. */
export function drawHollow(canvas: Canvas, x: number, y: number, width: number, height: number): void {
  const frame = Math.min(FRAME, Math.ceil(width / 4), Math.ceil(height / 2));
  canvas.fill(x, y, width, frame, "against");
  canvas.fill(x, y + height - frame, width, frame, "against");
  canvas.fill(x, y, frame, height, "against");
  canvas.fill(x + width - frame, y, frame, height, "against");
}
