import type { Canvas } from "./canvas.ts";
import { type Line, linesOf, type Point } from "./path.ts";

/** The steepest that the beam leans, in radians. */
const STEEPEST = 0.12;

export interface Scales {
  /** Where the beam rests. */
  readonly pivot: Point;
  /** From there to either end of the beam; from an end down to its pan, and half the pan. In pixels. */
  readonly arm: number;
  readonly string: number;
  readonly pan: number;
  readonly weight: number;
}

/** Draws beam and pans leaning to the heavier side, and answers where the pans hang lowest: against left, for right. */
export function drawScales(
  canvas: Canvas,
  { pivot: [x, y], arm, string, pan, weight }: Scales,
  weighed: { readonly for: number; readonly against: number },
): { readonly against: Point; readonly for: Point } {
  const all = weighed.for + weighed.against;
  const lean = all === 0 ? 0 : ((weighed.for - weighed.against) / all) * STEEPEST;
  const [dx, dy] = [arm * Math.cos(lean), arm * Math.sin(lean)];
  const ends = { against: [x - dx, y - dy], for: [x + dx, y + dy] } as const;
  const depth = Math.round(pan * 0.62);
  const hung = ([endX, endY]: Point): Line[] =>
    linesOf(
      `M${endX} ${endY}l${-pan} ${string}h${2 * pan}zM${endX - pan} ${endY + string}a${pan} ${depth} 0 0 0 ${2 * pan} 0`,
    );
  canvas.stroke([[ends.against, ends.for], [[x, y]]], weight, "ink");
  canvas.stroke([...hung(ends.against), ...hung(ends.for)], weight, "ink");
  const lowest = ([endX, endY]: Point): Point => [endX, endY + string + depth];
  return { against: lowest(ends.against), for: lowest(ends.for) };
}
