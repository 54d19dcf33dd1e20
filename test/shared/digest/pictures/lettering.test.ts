import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkedWatchlist, readWatchFolder } from "../../../../cli/local/watch-folder.ts";
import { localeOf } from "../../../../shared/digest/locale.ts";
import { createCanvas } from "../../../../shared/digest/pictures/canvas.ts";
import { GLYPHS } from "../../../../shared/digest/pictures/glyphs.ts";
import { widthOf, wrap, write } from "../../../../shared/digest/pictures/lettering.ts";
import { linesOf } from "../../../../shared/digest/pictures/path.ts";
import { DIGEST_LANGUAGES } from "../../../../shared/model.ts";

const { monitor, dossiers } = checkedWatchlist(await readWatchFolder(join(import.meta.dirname, "../../../../watch")));
const LETTERING = { size: 40, weight: 4, ink: "ink" } as const;
const MONTHS = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, "0")}-19`);

/** Pixels of a small sheet that are not paper. */
function inked(text: string): number {
  const canvas = createCanvas(300, 80);
  write(canvas, text, [10, 50], LETTERING);
  return canvas.pixels.filter((colour) => colour > 0).length;
}

test.each(DIGEST_LANGUAGES)("the alphabet has all that a picture in %s says", (language) => {
  const locale = localeOf(language, "Asia/Tashkent");
  const said = [
    locale.pick(monitor.title),
    ...MONTHS.flatMap((date) => [locale.date(date), locale.dayAndMonth(date)]),
    ...dossiers.flatMap(({ title, positions }) =>
      [title, ...positions.map(({ statement }) => statement)].map(locale.pick),
    ),
    ...Object.values(locale.words.relations),
    locale.number(1_234_567_890),
    " – ",
  ];
  const characters = new Set(said.join("").replace(/\s/gu, ""));
  expect([...characters].filter((character) => !GLYPHS.has(character))).toEqual([]);
});

test("every letter has ink, and none reaches far out of its line", () => {
  for (const [character, path] of GLYPHS) {
    const points = linesOf(path).flat();
    expect(points.length, character).toBeGreaterThan(0);
    for (const [x, y] of points) {
      expect(Number.isFinite(x + y), character).toBe(true);
      expect(Math.abs(y - 10), character).toBeLessThan(17);
    }
  }
});

describe("a text", () => {
  test("in letters that the alphabet lacks is not written, rather than half of it", () => {
    expect(inked("Мизан")).toBeGreaterThan(500);
    expect(inked("Мизан ميزان")).toBe(0);
  });

  test("grows with each letter, whose strokes do not touch", () => {
    for (const [a, b] of ["24", "11", "ла", "HH", "oo", "гд", "AV", "щю"]) {
      const [left, right, both] = [a, b, `${a}${b}`].map((text) => widthOf(text ?? "", 40));
      expect(both ?? 0, `${a}${b}`).toBeGreaterThan((left ?? 0) + (right ?? 0) - 6);
      expect(both ?? 0, `${a}${b}`).toBeLessThan((left ?? 0) + (right ?? 0) + 20);
    }
  });

  test("is wrapped between words, within its width where a word is not longer", () => {
    const lines = wrap("Прямой разговор глав регионов решает вопросы границ", 40, 500);
    expect(lines.join(" ")).toBe("Прямой разговор глав регионов решает вопросы границ");
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(widthOf(line, 40)).toBeLessThanOrEqual(500);
    expect(wrap("Неразделимость", 40, 20)).toEqual(["Неразделимость"]);
  });
});

describe("a path", () => {
  test("is lines, one for each m", () => {
    expect(linesOf("M1 2h3v-4l-1.5.5zM7 7")).toEqual([
      [
        [1, 2],
        [4, 2],
        [4, -2],
        [2.5, -1.5],
        [1, 2],
      ],
      [[7, 7]],
    ]);
  });

  test("has arcs that stay on their ellipse, whichever way they turn", () => {
    for (const flags of ["0 0", "0 1", "1 0", "1 1"]) {
      const points = linesOf(`M0 0a10 5 0 ${flags} 10 5`).flat();
      expect(points.at(-1)).toEqual([10, 5]);
      const middle = flags === "0 0" || flags === "1 1" ? [10, 0] : [0, 5];
      for (const [x, y] of points)
        expect(((x - (middle[0] ?? 0)) / 10) ** 2 + ((y - (middle[1] ?? 0)) / 5) ** 2, flags).toBeCloseTo(1);
      expect(points.length > 20).toBe(flags.startsWith("1"));
    }
  });

  test("stretches an arc that would not reach", () => {
    expect(
      linesOf("M0 0a1 1 0 0 1 10 0")
        .flat()
        .map(([, y]) => y)
        .toSorted((a, b) => a - b)[0],
    ).toBeCloseTo(-5);
  });
});
