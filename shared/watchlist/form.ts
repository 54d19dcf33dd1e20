/**
 * Which form a checked watchlist has. Raise it with every change to what `loadWatchlist` makes of the same files: one
 * that was stored in another form is loaded from its files again.
 */
export const WATCHLIST_FORM = 5;
