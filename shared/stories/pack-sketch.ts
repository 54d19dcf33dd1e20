import { LANGUAGE_TAGS } from "../model.ts";
import type { Signature } from "./min-hash.ts";
import type { Sketch, Terms } from "./sketch.ts";

/** What stands before the lists: whoever changes what a sketch holds, or how a term is made, counts this up. */
const FORM = 2;

/** The lists in the order in which they are packed. */
const LISTS = [
  "words",
  "title",
  "titleNames",
  "leadNames",
  "numbers",
  "days",
  "longNumbers",
  "names",
  "leadSharedNames",
  "sounds",
  "leadSounds",
] as const satisfies readonly (keyof Sketch)[];
type Lists = Record<(typeof LISTS)[number], Terms>;

/** What a record beside the packed sketch says of its article already. */
export type SketchHead = Pick<Sketch, "id" | "publishedMs">;

/**
 * A sketch without its head, in Base64 of 32-bit numbers: form, language, each list's length, the signature's shingles and
 * bins (none where it has no signature), then the lists. About 3 KB for an article of 300 words.
 */
export function packSketch(sketch: Sketch): string {
  const { signature, language } = sketch;
  const bins = signature?.bins ?? new Uint32Array();
  const lists = LISTS.map((name) => sketch[name]);
  const head = [
    FORM,
    LANGUAGE_TAGS.indexOf(language),
    ...lists.map(({ length }) => length),
    signature?.shingles ?? 0,
    bins.length,
  ];
  const numbers = [...head, ...bins, ...lists.flatMap((terms) => [...terms])];
  const bytes = Buffer.alloc(numbers.length * Uint32Array.BYTES_PER_ELEMENT);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32LE(number, i * Uint32Array.BYTES_PER_ELEMENT);
  return bytes.toString("base64");
}

/** The sketch again, or undefined for one of another form, or that was cut: its article is then a story of its own. */
export function unpackSketch(packed: string, head: SketchHead): Sketch | undefined {
  const bytes = Buffer.from(packed, "base64");
  const numbers = Uint32Array.from({ length: Math.floor(bytes.length / Uint32Array.BYTES_PER_ELEMENT) }, (_, i) =>
    bytes.readUInt32LE(i * Uint32Array.BYTES_PER_ELEMENT),
  );
  const [form, tag = -1] = numbers;
  const language = LANGUAGE_TAGS[tag];
  const lengths = numbers.subarray(2, 2 + LISTS.length);
  const [shingles = 0, bins = 0] = numbers.subarray(2 + LISTS.length);
  const start = 4 + LISTS.length;
  const expected = lengths.reduce((sum, length) => sum + length, start + bins);
  if (form !== FORM || language === undefined || numbers.length !== expected) return undefined;
  const signature: Signature | undefined =
    bins === 0 ? undefined : { bins: numbers.subarray(start, start + bins), shingles };
  let at = start + bins;
  const lists = Object.fromEntries(
    LISTS.map((name, i) => {
      const from = at;
      at += lengths[i] ?? 0;
      return [name, numbers.subarray(from, at)];
    }),
  ) as Lists;
  return { ...head, language, ...lists, ...(signature === undefined ? {} : { signature }) };
}
