import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SITE_PASSWORD_KEY } from "../../shared/cloud/site-password.ts";
import type { SiteAccess } from "../../shared/model.ts";

/** The source of the function at CloudFront's edge, as it is deployed. */
export function viewerRequestCode(access: SiteAccess): string {
  const source = readFileSync(join(import.meta.dirname, "viewer-request.js"), "utf8");
  return source.replace("__ACCESS__", access).replace("__KEY__", SITE_PASSWORD_KEY);
}
