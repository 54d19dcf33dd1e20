/** Between two facts of one line; it may end a line but never begins one. */
export const DOT = "\u00a0· ";
