import type { Dossier, Learnt } from "../model.ts";
import { learntSums, type SumKind } from "../text/learnt-sums.ts";
import { shareOf } from "./log-odds.ts";
import { once } from "./once.ts";
import { type KnownTraits, pairIn, type Traits } from "./traits.ts";

/**
 * What labelled text taught (`npm run calibrate`), made ready. Themes and positions are named by their number in the
 * dossiers' order.
 */
export interface LearntOdds {
  readonly tell: (traits: Traits) => TraitOdds;
  /** What each trait that tells anything of a theme or position adds to its log-odds. */
  readonly themeParts: (traits: Traits, theme: number) => readonly TraitPart[];
  readonly parts: (traits: Traits, position: number) => readonly TraitPart[];
  readonly known: KnownTraits;
}

export type TraitPart = readonly [trait: string, adds: number];

/** Log-odds that a text's traits add up to. */
export interface TraitOdds {
  /** Of being about each theme, and of speaking to each position; undefined where nothing was learnt of it. */
  readonly themes: readonly (number | undefined)[];
  readonly speaks: readonly (number | undefined)[];
  /** Of speaking to any position of a position's dossier. */
  readonly speaksAtAll: (position: number) => number;
  /** How likely a position is among those of its dossier, if the text speaks to one: the logarithm of its share. */
  readonly share: (position: number) => number;
  /** The part of those that the traits add: 0 where nothing was learnt. */
  readonly themeAdds: (theme: number) => number;
  readonly adds: (position: number) => number;
  /** Of `for` over `against`, and of a mere mention, as a position's dossier has learnt them. */
  readonly side: (position: number) => number;
  readonly mention: (position: number) => number;
}

/** What a trait adds: the number of a sum, what is added to it, and so on. Flat, since that is what is read most often. */
type Parts = number[];

export function createLearntOdds(dossiers: readonly Pick<Dossier, "themes" | "positions" | "learnt">[]): LearntOdds {
  const numberOf = numbering();
  const themes = dossiers.flatMap((one, dossier) => one.themes.map(({ id }) => numberOf(dossier, "theme", id)));
  const positions = dossiers.flatMap((one, dossier) =>
    one.positions.map(({ id }) => ({
      dossier,
      speaks: numberOf(dossier, "position", id),
      speaksAtAll: numberOf(dossier, "position", ""),
      side: [numberOf(dossier, "side", ""), numberOf(dossier, "side", id)],
      mention: [numberOf(dossier, "mention", ""), numberOf(dossier, "mention", id)],
    })),
  );
  const speaksIn = dossiers.map((_, dossier) =>
    positions.filter((one) => one.dossier === dossier).map(({ speaks }) => speaks),
  );
  const biases: (number | undefined)[] = [];
  const taught: Taught[] = [];
  for (const [dossier, { learnt }] of dossiers.entries()) {
    if (learnt === undefined) continue;
    const sums = learntSums(learnt).map(([kind, id]) => numberOf(dossier, kind, id));
    for (const [i, sum] of sums.entries()) biases[sum] = learnt.bias[i] ?? 0;
    taught.push({ sums, lines: linesOf(learnt) });
  }
  const partsBy = createPartsReader(taught);
  const partsOf = (traits: Traits, asked: number | undefined) =>
    [...traits].flatMap((trait): readonly TraitPart[] => {
      const parts = partsBy(trait) ?? [];
      const at = parts.findIndex((number, i) => i % 2 === 0 && number === asked);
      return at < 0 ? [] : [[trait, parts[at + 1] ?? 0]];
    });
  return {
    tell: (traits) => {
      const sums = new Float64Array(biases.length);
      for (const trait of traits) {
        const parts = partsBy(trait);
        if (parts !== undefined) addTo(sums, parts);
      }
      const oddsOf = (sum: number) => {
        const bias = biases[sum];
        return bias === undefined ? undefined : bias + (sums[sum] ?? 0);
      };
      const total = (all: readonly number[] | undefined) =>
        (all ?? []).reduce((odds, sum) => odds + (oddsOf(sum) ?? 0), 0);
      const chanceOf = (speaks: number) => {
        const odds = oddsOf(speaks);
        return odds === undefined ? 0 : shareOf(odds);
      };
      const allChances = once(() => speaksIn.map((all) => all.reduce((sum, speaks) => sum + chanceOf(speaks), 0)));
      return {
        themes: themes.map(oddsOf),
        speaks: positions.map(({ speaks }) => oddsOf(speaks)),
        speaksAtAll: (position) => oddsOf(positions[position]?.speaksAtAll ?? -1) ?? 0,
        share: (position) => {
          const { speaks, dossier } = positions[position] ?? { speaks: -1, dossier: -1 };
          if (oddsOf(speaks) === undefined) return 0;
          return Math.log(chanceOf(speaks) / (allChances()[dossier] ?? 1));
        },
        themeAdds: (theme) => sums[themes[theme] ?? -1] ?? 0,
        adds: (position) => sums[positions[position]?.speaks ?? -1] ?? 0,
        side: (position) => total(positions[position]?.side),
        mention: (position) => total(positions[position]?.mention),
      };
    },
    themeParts: (traits, theme) => partsOf(traits, themes[theme]),
    parts: (traits, position) => partsOf(traits, positions[position]?.speaks),
    known: knownAmong(taught.flatMap(({ lines }) => [...lines.keys()])),
  };
}

/** What one dossier has learnt: what its sums are called here, and by each trait what the file says of it. */
interface Taught {
  readonly sums: readonly number[];
  readonly lines: ReadonlyMap<string, string>;
}

function linesOf({ weights }: Learnt): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const line of weights.split("\n")) {
    const end = line.indexOf(" ");
    if (end > 0) lines.set(line.slice(0, end), line.slice(end + 1));
  }
  return lines;
}

/** What a trait adds to all sums, read when it is first met: most never are. */
function createPartsReader(taught: readonly Taught[]): (trait: string) => Parts | undefined {
  const read = new Map<string, Parts>();
  return (trait) => {
    const before = read.get(trait);
    if (before !== undefined) return before;
    const parts = taught.flatMap(({ sums, lines }) => partsIn(lines.get(trait), sums));
    if (parts.length === 0) return undefined;
    read.set(trait, parts);
    return parts;
  };
}

function partsIn(line: string | undefined, sums: readonly number[]): Parts {
  const numbers = line === undefined ? [] : line.split(" ").map(Number);
  return numbers.flatMap((number, i) => {
    const sum = i % 2 === 0 ? sums[number] : undefined;
    return sum === undefined ? [] : [sum, (numbers[i + 1] ?? 0) / HUNDREDTHS];
  });
}

function addTo(sums: Float64Array, parts: Parts): void {
  for (let i = 0; i < parts.length; i += 2) {
    const sum = parts[i] as number;
    sums[sum] = (sums[sum] as number) + (parts[i + 1] as number);
  }
}

/** In what the file counts. */
const HUNDREDTHS = 100;

/** A number of its own for each sum of each dossier that something may have been learnt of. */
function numbering() {
  const numbers = new Map<string, number>();
  return (dossier: number, kind: SumKind, id: string): number => {
    const name = `${dossier} ${kind} ${id}`;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
}

/** Only traits that something was learnt of count. */
function knownAmong(traits: Iterable<string>): KnownTraits {
  const names = new Map<string, string>();
  const pairs = new Map<string, Map<string, string>>();
  for (const trait of traits) {
    names.set(trait, trait);
    const pair = pairIn(trait);
    if (pair === undefined) continue;
    const [first, second] = pair;
    const seconds = pairs.get(first) ?? new Map<string, string>();
    pairs.set(first, seconds.set(second, trait));
  }
  return { named: (name) => names.get(name), pair: (first, second) => pairs.get(first)?.get(second) };
}
