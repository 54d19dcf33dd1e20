export type Point = readonly [x: number, y: number];
/** Points joined by straight strokes; one point alone is a dot. */
export type Line = readonly Point[];

/** Straight pieces that stand for a quarter of an ellipse, and for a Bézier curve. */
const PIECES_OF_QUARTER = 8;
const PIECES_OF_CURVE = 8;

/** Numbers that a command takes. */
const TAKES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, a: 7, z: 0 };

/** The lines of a path as SVG writes it (SVG 2 §9.3), of the commands in TAKES; arcs are of upright ellipses. */
export function linesOf(path: string): Line[] {
  const lines: Point[][] = [];
  let line: Point[] = [];
  let at: Point = [0, 0];
  const draw = (...points: readonly Point[]) => {
    line.push(...points);
    at = points.at(-1) ?? at;
  };
  for (const [, letter = "", written = ""] of path.matchAll(/([a-z])([^a-z]*)/giu)) {
    const command = letter.toLowerCase();
    const numbers = (written.match(/-?(?:\d*\.\d+|\d+)/gu) ?? []).map(Number);
    const takes = TAKES[command] ?? 0;
    for (let i = 0; i === 0 || i < numbers.length; i += takes) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = numbers.slice(i, i + takes);
      const [x, y]: Point = letter === command ? at : [0, 0];
      if (command === "m" && i === 0) {
        line = [];
        lines.push(line);
        draw([x + a, y + b]);
      } else if (command === "m" || command === "l") draw([x + a, y + b]);
      else if (command === "h") draw([x + a, at[1]]);
      else if (command === "v") draw([at[0], y + a]);
      else if (command === "z") draw(line[0] ?? at);
      else if (command === "c") draw(...curve(at, [x + a, y + b], [x + c, y + d], [x + e, y + f]));
      else if (command === "a") draw(...arc(at, [x + f, y + g], a, b, d === 1, e === 1));
      if (takes === 0) break;
    }
  }
  return lines;
}

function curve([x0, y0]: Point, [x1, y1]: Point, [x2, y2]: Point, [x3, y3]: Point): Point[] {
  return Array.from({ length: PIECES_OF_CURVE }, (_, i) => {
    const t = (i + 1) / PIECES_OF_CURVE;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    return [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3];
  });
}

/** From its ends to its middle, as SVG 2 appendix B.2.4 has it; radii that do not reach are stretched. */
function arc(from: Point, to: Point, rx: number, ry: number, isLarge: boolean, isSwept: boolean): Point[] {
  const half: Point = [(from[0] - to[0]) / 2 / rx, (from[1] - to[1]) / 2 / ry];
  const reach = Math.hypot(...half);
  const stretch = Math.max(1, reach);
  const away = Math.sqrt(Math.max(0, stretch ** 2 - reach ** 2)) / reach;
  const side = isLarge === isSwept ? -away : away;
  const middle: Point = [side * half[1], -side * half[0]];
  const start = Math.atan2(half[1] - middle[1], half[0] - middle[0]);
  const end = Math.atan2(-half[1] - middle[1], -half[0] - middle[0]);
  const turn = end - start;
  const angle = isSwept ? (turn < 0 ? turn + 2 * Math.PI : turn) : turn > 0 ? turn - 2 * Math.PI : turn;
  const pieces = Math.ceil((Math.abs(angle) / (Math.PI / 2)) * PIECES_OF_QUARTER);
  return Array.from({ length: pieces }, (_, i) => {
    if (i === pieces - 1) return to;
    const at = start + (angle * (i + 1)) / pieces;
    return [
      (from[0] + to[0]) / 2 + rx * (middle[0] + stretch * Math.cos(at)),
      (from[1] + to[1]) / 2 + ry * (middle[1] + stretch * Math.sin(at)),
    ];
  });
}
