import type { Edition } from "../edition.ts";
import type { Locale } from "../locale.ts";
import type { SiteContext } from "../site.ts";
import { type Canvas, createCanvas } from "./canvas.ts";
import { write } from "./lettering.ts";
import { drawFigure, drawHeader, drawHollow, PICTURE } from "./picture.ts";
import { png } from "./png.ts";
import { drawScales } from "./scales.ts";

const { width: WIDTH, height: HEIGHT } = PICTURE;
const MIDDLE = WIDTH / 2;
const PIVOT = 156;
const FOOT = 566;

/** Between the pans, beneath the beam. */
const ROWS = { top: 214, bottom: 540, half: 276 } as const;
/** From one brick to the next, and one row to the next, at the widest; between them, in pixels. */
const WIDEST = { step: 46, pitch: 32 } as const;
const WHITE = 7;
/** From the column to its bricks. */
const AWAY = 12;

/**
 * The day as a pair of scales: the beam leans to the side that more articles are on; on its column a row for every claim
 * that was spoken to, with a square for each independent source, full for it and hollow against.
 */
export function editionPicture(edition: Edition, site: SiteContext, locale: Locale): Uint8Array {
  const { counts, date, dossiers } = edition;
  const canvas = createCanvas(WIDTH, HEIGHT);
  drawHeader(canvas, locale.pick(site.title), locale.date(date));
  canvas.stroke(
    [
      [
        [MIDDLE, PIVOT - 20],
        [MIDDLE, FOOT],
      ],
      [
        [MIDDLE - 84, FOOT],
        [MIDDLE + 84, FOOT],
      ],
    ],
    5,
    "ink",
  );
  const pans = drawScales(canvas, { pivot: [MIDDLE, PIVOT], arm: 430, string: 118, pan: 74, weight: 5 }, counts);
  for (const side of ["against", "for"] as const) drawFigure(canvas, side, counts[side], pans[side], "large", locale);
  rows(
    canvas,
    dossiers.flatMap(({ positions }) => positions.map(({ sources }) => sources)),
  );
  const [only] = dossiers;
  if (dossiers.length === 1 && only !== undefined)
    write(canvas, locale.pick(only.title), [MIDDLE, 608], { size: 18, weight: 2, ink: "soft" }, "middle");
  return png(canvas);
}

function rows(canvas: Canvas, all: readonly { readonly for: number; readonly against: number }[]): void {
  const weighed = all.filter((sources) => sources.for + sources.against > 0);
  const most = Math.max(...weighed.map((sources) => Math.max(sources.for, sources.against)));
  const pitch = Math.min(WIDEST.pitch, (ROWS.bottom - ROWS.top) / weighed.length);
  const step = Math.min(WIDEST.step, ROWS.half / most);
  const [width, height] = [brick(step), brick(pitch)];
  const top = (ROWS.top + ROWS.bottom - weighed.length * pitch) / 2;
  for (const [i, sources] of weighed.entries()) {
    const y = Math.round(top + i * pitch);
    for (let k = 0; k < sources.for; k++) canvas.fill(MIDDLE + AWAY + Math.round(k * step), y, width, height, "for");
    for (let k = 0; k < sources.against; k++)
      drawHollow(canvas, MIDDLE - AWAY - Math.round(k * step) - width, y, width, height);
  }
}

/** What of a step is brick; of a narrow one most, until bricks touch. */
function brick(step: number): number {
  return Math.max(1, Math.floor(step - Math.min(WHITE, step / 3)));
}
