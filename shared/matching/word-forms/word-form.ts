/** How one language inflects a word: what its forms begin with, and what may follow. */
export interface WordForms {
  /** Beginnings of the forms of `word` (folded, base form), each with the endings that may follow it, anchored whole. */
  stems(word: string): readonly Stem[];
}

export interface Stem {
  readonly stem: string;
  readonly endings: RegExp;
}
