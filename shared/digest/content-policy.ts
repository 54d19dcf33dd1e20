const NOTHING_FOREIGN = "style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** Nothing from elsewhere, no script, no inline style: what slips through an escape still cannot act. */
export const CONTENT_POLICY = `default-src 'none'; ${NOTHING_FOREIGN}`;

/** Of the one page that searches: files of the site's own besides, and still nothing inline. */
export const SCRIPT_POLICY = `default-src 'none'; script-src 'self'; ${NOTHING_FOREIGN}`;
