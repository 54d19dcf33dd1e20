/** Nothing from elsewhere, no script, no inline style: what slips through an escape still cannot act. */
export const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
