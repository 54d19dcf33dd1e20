/** Where in the watchlist's bucket the analyst's files arrive, and where what runs is kept: the stack grants by these. */
export const WATCHLIST_PLACES = { uploads: "watch/", active: "active/" } as const;
