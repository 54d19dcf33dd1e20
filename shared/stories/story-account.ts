import type { Instant } from "../model.ts";
import type { Placement } from "./place-article.ts";

/** An article of a story, as it is accounted for. */
export interface StoryMember extends Placement {
  readonly id: string;
  readonly source: string;
  readonly published?: Instant;
  /** Whom its text names as where the news is from; see `creditedIn`. */
  readonly credited?: string;
}

/** A text and who printed it again, in order of time: every member of a story stands in exactly one. */
export interface Chain {
  readonly original: StoryMember;
  readonly reprints: readonly StoryMember[];
}

/** What a digest says of a story: every article of it, and how many outlets found out by themselves. */
export interface StoryAccount {
  readonly story: string;
  /** Who had it first: the agency that the first text, or else a reprint of it, names; otherwise the first outlet. */
  readonly origin: { readonly article: string; readonly name: string; readonly isAgency: boolean };
  /** Sources of the texts that are no reprints, each once. */
  readonly independentSources: number;
  readonly chains: readonly Chain[];
}

/** Accounts for one story's articles; at least one. Their order does not matter. */
export function accountForStory(members: readonly StoryMember[]): StoryAccount {
  const sorted = members.toSorted(byTime);
  const chains = chainsOf(sorted);
  const [first] = chains;
  if (first === undefined) throw new Error("a story without articles");
  const { original, reprints } = first;
  const sources = new Set(sorted.map(({ source }) => source));
  const agency = [original, ...reprints]
    .map(({ credited }) => credited)
    .find((name) => name !== undefined && !sources.has(name));
  return {
    story: original.story,
    origin: { article: original.id, name: agency ?? original.source, isAgency: agency !== undefined },
    independentSources: new Set(chains.map((chain) => chain.original.source)).size,
    chains,
  };
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
