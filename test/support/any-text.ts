import fc from "fast-check";

/** Any UTF-16 code unit, halves of pairs among them, and any pair; quicker to set up than fast-check's own. */
const anySign = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
  { weight: 1, arbitrary: fc.integer({ min: 0x10000, max: 0x10ffff }).map((point) => String.fromCodePoint(point)) },
);

/** Texts of any signs at all, or of these more often than chance would have it. */
export function anyText(signs: readonly string[] = [], maxLength = 100): fc.Arbitrary<string> {
  const all = fc.array(anySign, { maxLength });
  if (signs.length === 0) return all.map((text) => text.join(""));
  const some = fc.array(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...signs) }, { weight: 1, arbitrary: anySign }),
    {
      maxLength,
    },
  );
  return fc.oneof(all, some).map((text) => text.join(""));
}
