import type { LocalDate } from "../../model.ts";
import { addDays } from "../../time.ts";
import { CHART_DAYS } from "../history.ts";
import type { Locale } from "../locale.ts";
import { daysBetween } from "../pages/trend-chart.ts";
import type { TrendDay } from "../position-trend.ts";
import { type Canvas, createCanvas } from "./canvas.ts";
import { wrap, write } from "./lettering.ts";
import { drawFigure, drawHeader, drawHollow, PICTURE } from "./picture.ts";
import { png } from "./png.ts";
import { drawScales } from "./scales.ts";

const { width: WIDTH, height: HEIGHT, margin: MARGIN } = PICTURE;

/** Heights of a capital to try, and the lines that the claim may take; what is longer yet is cut. */
const SIZES = [40, 34, 28] as const;
const MOST_LINES = 3;
const FIRST_LINE = 196;

const CHART = { step: 22, bar: 14, axis: 478, longest: 88 } as const;
const SCALES = { pivot: [958, 386], arm: 120, string: 54, pan: 36, weight: 4 } as const;
const FOOT = 566;

export interface PositionPicture {
  readonly title: string;
  readonly statement: string;
  /** The last of the thirty days. */
  readonly date: LocalDate;
  readonly trend: readonly TrendDay[];
}

/** A claim, its thirty days as bars, full upwards for it and hollow downwards against, and what they weigh together. */
export function positionPicture({ title, statement, date, trend }: PositionPicture, locale: Locale): Uint8Array {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const first = addDays(date, 1 - CHART_DAYS);
  drawHeader(canvas, title, `${locale.dayAndMonth(first)} – ${locale.dayAndMonth(date)}`);
  const width = WIDTH - 2 * MARGIN;
  const size = SIZES.find((one) => wrap(statement, one, width).length <= MOST_LINES) ?? SIZES[2];
  const lines = wrap(statement, size, width);
  for (const [i, line] of lines.slice(0, MOST_LINES).entries()) {
    const isCut = i === MOST_LINES - 1 && lines.length > MOST_LINES;
    const place = [MARGIN, FIRST_LINE + i * size * 1.7] as const;
    write(canvas, isCut ? `${line}…` : line, place, { size, weight: size / 9, ink: "ink" });
  }
  bars(canvas, trend, first);
  const sum = (side: "for" | "against") => trend.reduce((total, day) => total + day[side], 0);
  const [x, y] = SCALES.pivot;
  canvas.stroke(
    [
      [
        [x, y - 12],
        [x, FOOT],
      ],
      [
        [x - 40, FOOT],
        [x + 40, FOOT],
      ],
    ],
    SCALES.weight,
    "ink",
  );
  const pans = drawScales(canvas, SCALES, { for: sum("for"), against: sum("against") });
  for (const side of ["against", "for"] as const) drawFigure(canvas, side, sum(side), pans[side], "small", locale);
  return png(canvas);
}

function bars(canvas: Canvas, trend: readonly TrendDay[], first: LocalDate): void {
  const { step, bar, axis, longest } = CHART;
  const most = Math.max(1, ...trend.map((day) => Math.max(day.for, day.against)));
  canvas.fill(MARGIN, axis - 1, CHART_DAYS * step, 2, "soft");
  for (const day of trend) {
    const x = MARGIN + daysBetween(first, day.date) * step + (step - bar) / 2;
    const [pro, against] = [Math.round((day.for / most) * longest), Math.round((day.against / most) * longest)];
    canvas.fill(x, axis - 4 - pro, bar, pro, "for");
    drawHollow(canvas, x, axis + 4, bar, against);
  }
}
