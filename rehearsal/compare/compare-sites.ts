import type { ObjectStore } from "../../shared/pipeline/ports.ts";

/** What two sites differ in. */
export interface SiteDifference {
  readonly key: string;
  /** `missing`, `too many`, the first line that differs, on either side, or of a picture the first byte. */
  readonly what: string;
}

/** Compares all pages of two sites byte for byte. */
export async function compareSites(
  actual: ObjectStore,
  expected: ObjectStore,
): Promise<{ readonly compared: number; readonly differences: readonly SiteDifference[] }> {
  const [there, wanted] = await Promise.all([actual.list(""), expected.list("")]);
  const keys = [...new Set([...there, ...wanted])].toSorted();
  const differences: SiteDifference[] = [];
  for (const key of keys) {
    const [a, b] = await Promise.all([actual.get(key), expected.get(key)]);
    const what = differenceOf(a, b);
    if (what !== undefined) differences.push({ key, what });
  }
  return { compared: keys.length, differences };
}

const LONGEST_SHOWN = 160;

function differenceOf(actual: Uint8Array | undefined, expected: Uint8Array | undefined): string | undefined {
  if (actual === undefined) return "missing";
  if (expected === undefined) return "too many";
  if (Buffer.compare(actual, expected) === 0) return undefined;
  if (actual.includes(0)) {
    const at = actual.findIndex((byte, i) => byte !== expected[i]);
    return `byte ${at < 0 ? actual.length : at} is another, of ${actual.length}; in the demo of ${expected.length}`;
  }
  const [a, b] = [actual, expected].map((bytes) => new TextDecoder().decode(bytes).split("\n"));
  const line = (a ?? []).findIndex((text, i) => text !== b?.[i]);
  const [here, demo] = [a, b].map((lines) => (lines?.[line] ?? "").slice(0, LONGEST_SHOWN));
  return `line ${line + 1} is "${here}", in the demo "${demo}"`;
}
