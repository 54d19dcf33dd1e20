// Stands before every page: asks for the password, and finds the page that an address means. Runs at CloudFront's edge
// in cloudfront-js-2.0, which knows a part of JavaScript only: no destructuring, default values, spread, `?.` or for-of.
// viewer-request-code.ts fills in the two words in capitals between underscores.

import cf from "cloudfront";
// biome-ignore lint/style/useNodejsImportProtocol: CloudFront knows it by this name only.
import crypto from "crypto";

const ACCESS = "__ACCESS__";
const KEY = "__KEY__";

const CHALLENGE = { "www-authenticate": { value: 'Basic realm="Mizan", charset="UTF-8"' } };
const WANTED = page("A password is needed", "Ask whoever runs this site for it. Any user name will do.");
const NOT_SET = page(
  "No password is set yet",
  "Until there is one, nobody reads this site. Whoever deployed it sets one with <code>npm run mizan -- site password</code>.",
);

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
async function handler(event) {
  const request = event.request;
  if (ACCESS === "password") {
    const passwords = cf.kvs();
    if (!(await passwords.exists(KEY))) return answer(403, "Forbidden", {}, NOT_SET);
    const kept = await passwords.get(KEY);
    if (!knows(request.headers.authorization, kept)) return answer(401, "Unauthorized", CHALLENGE, WANTED);
  }
  return addressed(request);
}

/** Whether the header carries the password; the user's name does not matter. `kept` is `<salt>:<hash>`. */
function knows(authorization, kept) {
  const basic = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(authorization ? authorization.value : "");
  if (!basic) return false;
  const credentials = Buffer.from(basic[1], "base64").toString("utf8");
  const password = credentials.slice(credentials.indexOf(":") + 1);
  const colon = kept.indexOf(":");
  const hash = crypto
    .createHash("sha256")
    .update(kept.slice(0, colon) + password)
    .digest("hex");
  return hash === kept.slice(colon + 1);
}

/** A folder's page is its index.html; a day without its slash is sent there, or its page's links would lead astray. */
function addressed(request) {
  const uri = request.uri;
  if (/^\/\d{4}-\d{2}-\d{2}$/.test(uri))
    return answer(301, "Moved Permanently", { location: { value: `${uri}/` } }, "");
  if (uri.endsWith("/")) request.uri = `${uri}index.html`;
  return request;
}

function answer(statusCode, statusDescription, headers, body) {
  const all = Object.assign(
    {
      "cache-control": { value: "no-store" },
      "content-security-policy": { value: "default-src 'none'" },
      "content-type": { value: "text/html; charset=utf-8" },
    },
    headers,
  );
  return { statusCode: statusCode, statusDescription: statusDescription, headers: all, body: body };
}

function page(title, text) {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<h1>${title}</h1>
<p>${text}</p>
</html>
`;
}
