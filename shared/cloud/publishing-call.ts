/**
 * What a schedule calls `publish-digest` with where the pages that gather many days, and letters that lead to them, are
 * left to the next call: the stack that says so (infra) and the function that does it may not import each other.
 */
export const EDITIONS_ONLY = { gather: false } as const;
