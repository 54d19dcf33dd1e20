/** How one language inflects a word: what its forms begin with, and what may follow. */
export interface WordForms {
  /** Beginnings of the forms of `word` (folded, base form), each with the endings that may follow it. */
  stems(word: string, isName: boolean): readonly Stem[];
  /** The same for a short name in capitals, which changes less, if at all. */
  acronym(word: string): readonly Stem[];
}

export interface Stem {
  readonly stem: string;
  /** Anchored whole. */
  readonly endings: RegExp;
}

/** One of these endings and nothing else; a word may end with the apostrophe of a closing quotation (see tokens). */
export function whole(endings: string): RegExp {
  return new RegExp(`^(?:${endings})\u02bc?$`, "u");
}

/** The word as it stands and no other form. */
export const UNCHANGED = whole("");
