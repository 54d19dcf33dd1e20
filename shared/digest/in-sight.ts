/** How much stands on an edition's page of what has pages of its own besides. */
export interface InSight {
  /** Whether the second of two quotations on one side of a claim stands beside the first. */
  readonly secondLines: boolean;
  /**
   * Until which of a theme's stories those stand there that one article tells; a story of several is always in sight. Where
   * none is, the theme's name leads to them.
   */
  readonly singleStories: number;
}

/** Bytes that a page may have: with what its reader loads besides, it stays below 60 KB. */
const MOST_BYTES = 48_000;

/** From the fullest page to the barest. */
const SIZES: readonly [InSight, ...InSight[]] = [
  { secondLines: true, singleStories: 7 },
  { secondLines: false, singleStories: 7 },
  { secondLines: false, singleStories: 3 },
  { secondLines: false, singleStories: 1 },
  { secondLines: false, singleStories: 0 },
];

/** The fullest page that is light enough, or the barest; the fullest where nothing of it has a page of its own yet. */
export function lightEnough(page: (inSight: InSight) => string, inLedger: boolean): string {
  const [fullest, ...barer] = SIZES;
  let text = page(fullest);
  for (const size of inLedger ? barer : []) {
    if (Buffer.byteLength(text) <= MOST_BYTES) break;
    text = page(size);
  }
  return text;
}
