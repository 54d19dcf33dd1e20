import type { Instant } from "../model.ts";
import type { Placement } from "./place-article.ts";

/** An article of a story, as it is accounted for. */
export interface StoryMember extends Placement {
  readonly id: string;
  readonly source: string;
  readonly published?: Instant;
  /** Whom its text names as where the news is from; see `createCreditReader`. */
  readonly credited?: string;
}

/** A text and who printed it again, in order of time: every member of a story stands in exactly one. */
export interface Chain {
  readonly original: StoryMember;
  readonly reprints: readonly StoryMember[];
}

/** Who had a story first. */
export interface Origin {
  /** The first article, or the one with its text that is from the outlet which the text names. */
  readonly article: string;
  /** By the name to print. */
  readonly name: string;
  /** True where the text names it, and none of those who printed the text goes by this name. */
  readonly isAgency: boolean;
}

/** What a digest says of a story: every article of it, and how many outlets found out by themselves. */
export interface StoryAccount {
  readonly story: string;
  /** Whom the first text, or else a reprint of it, names; where they name nobody, the first outlet. */
  readonly origin: Origin;
  /** Sources of the texts that are no reprints, each once. */
  readonly independentSources: number;
  readonly chains: readonly Chain[];
}

/** Accounts for one story's articles; at least one. Their order does not matter. `nameOf` tells an outlet's name by its id. */
export function accountForStory(
  members: readonly StoryMember[],
  nameOf: (source: string) => string = (source) => source,
): StoryAccount {
  const sorted = members.toSorted(byTime);
  const chains = chainsOf(sorted);
  const [first] = chains;
  if (first === undefined) throw new Error("a story without articles");
  return {
    story: first.original.story,
    origin: originOf(first, nameOf),
    independentSources: new Set(chains.map((chain) => chain.original.source)).size,
    chains,
  };
}

/** A name of another beats one of those who have the text themselves: that one has it from somewhere, too. */
function originOf({ original, reprints }: Chain, nameOf: (source: string) => string): Origin {
  const printed = [original, ...reprints];
  const credited = printed.flatMap((member) => member.credited ?? []);
  const named = credited.find((name) => printed.every(({ source }) => nameOf(source) !== name));
  if (named !== undefined) return { article: original.id, name: named, isAgency: true };
  const { id, source } = printed.find((member) => nameOf(member.source) === credited[0]) ?? original;
  return { article: id, name: nameOf(source), isAgency: false };
}

/** A reprint whose original is not among them is an original here, for what we know. */
function chainsOf(sorted: readonly StoryMember[]): Chain[] {
  const known = new Set(sorted.map(({ id }) => id));
  const isReprint = ({ reprintOf }: StoryMember) => reprintOf !== undefined && known.has(reprintOf);
  return sorted
    .filter((member) => !isReprint(member))
    .map((original) => ({ original, reprints: sorted.filter(({ reprintOf }) => reprintOf === original.id) }));
}

/** Without a date last, then by id. */
function byTime(a: StoryMember, b: StoryMember): number {
  const [left, right] = [a.published ?? "~", b.published ?? "~"].map((time, i) => time + (i === 0 ? a.id : b.id));
  return (left ?? "") < (right ?? "") ? -1 : 1;
}
