import { createHash } from "node:crypto";

/** Under which key the site's password stands in its key-value store. */
export const SITE_PASSWORD_KEY = "password";

/**
 * What is kept of the site's password: `<salt>:<SHA-256 of salt and password, hexadecimal>`. The salt is any text
 * without a colon, new for each password; infra/site/viewer-request.js holds a reader's password against it.
 */
export function sitePasswordRecord(password: string, salt: string): string {
  return `${salt}:${createHash("sha256").update(`${salt}${password}`).digest("hex")}`;
}
