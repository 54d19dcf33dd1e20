import crypto from "node:crypto";
import { runInNewContext } from "node:vm";
import { transform } from "esbuild";
import { describe, expect, test } from "vitest";
import { viewerRequestCode } from "../../infra/site/viewer-request-code.ts";
import { SITE_PASSWORD_KEY, sitePasswordRecord } from "../../shared/cloud/site-password.ts";
import type { SiteAccess } from "../../shared/model.ts";

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, { readonly value: string }>>;
  readonly body: string;
}
interface Request {
  readonly uri: string;
  readonly headers: Readonly<Record<string, { readonly value: string }>>;
}

/** Calls the function as it is deployed, with CloudFront's two modules stood in for. */
async function ask(
  uri: string,
  { access = "password", kept, authorization }: { access?: SiteAccess; kept?: string; authorization?: string } = {},
): Promise<Answer | Request> {
  const passwords = new Map(kept === undefined ? [] : [[SITE_PASSWORD_KEY, kept]]);
  const get = async (key: string) => {
    if (!passwords.has(key)) throw new Error("KeyNotFound");
    return passwords.get(key);
  };
  const modules = { cloudfront: { kvs: () => ({ exists: async (key: string) => passwords.has(key), get }) }, crypto };
  const script = viewerRequestCode(access).replaceAll(/^import (\w+) from "(\w+)";$/gmu, "const $1 = modules.$2;");
  const handler = runInNewContext(`${script}\nhandler`, { modules, Buffer });
  const headers = authorization === undefined ? {} : { authorization: { value: authorization } };
  return await handler({ request: { method: "GET", uri, querystring: {}, headers } });
}

const basic = (credentials: string) => `Basic ${Buffer.from(credentials).toString("base64")}`;
const PASSWORD = "қара: өлең 2026";
const kept = sitePasswordRecord(PASSWORD, "5f0c1a9be2d4");

describe("a site with a password", () => {
  test("before one is set, nobody reads it, and the page says how to set it", async () => {
    const answer = await ask("/", { authorization: basic("reader:") });
    expect(answer).toMatchObject({ statusCode: 403, body: expect.stringContaining("npm run mizan --") });
  });

  test("who knows it reads, whatever name they give", async () => {
    for (const name of ["", "reader", "читатель"]) {
      expect(await ask("/style.css", { kept, authorization: basic(`${name}:${PASSWORD}`) })).toMatchObject({
        uri: "/style.css",
      });
    }
  });

  test.each([
    ["nothing", undefined],
    ["another password", basic("reader:another")],
    ["none", basic("reader:")],
    ["one cut short", basic(`reader:${PASSWORD.slice(0, -1)}`)],
    ["what is kept of it", basic(`reader:${kept}`)],
    ["its hash", basic(`reader:${kept.split(":")[1]}`)],
    ["no colon", basic("reader")],
    ["another scheme", `Bearer ${Buffer.from(`reader:${PASSWORD}`).toString("base64")}`],
    ["no base64", "Basic ???"],
    ["an empty header", ""],
  ])("%s is asked again, in the characters of any language", async (_, authorization) => {
    const answer = await ask("/", { kept, ...(authorization === undefined ? {} : { authorization }) });
    expect(answer).toMatchObject({
      statusCode: 401,
      headers: { "www-authenticate": { value: 'Basic realm="Mizan", charset="UTF-8"' } },
    });
  });

  test.each([["no colon"], [""], [":"]])("a damaged record %j lets nobody in", async (damaged) => {
    const answer = await ask("/", { kept: damaged, authorization: basic("reader:") });
    expect(answer).toMatchObject({ statusCode: 401 });
  });

  test("what it answers itself is not kept by a browser, and can do nothing", async () => {
    expect((await ask("/", { kept })).headers).toMatchObject({
      "cache-control": { value: "no-store" },
      "content-security-policy": { value: "default-src 'none'" },
    });
  });
});

test("a public site asks nobody", async () => {
  expect(await ask("/feed.xml", { access: "public" })).toMatchObject({ uri: "/feed.xml" });
});

describe("an address leads to its page", () => {
  test.each([
    ["/", "/index.html"],
    ["/2026-02-10/", "/2026-02-10/index.html"],
    ["/2026-02-10/index.en.html", "/2026-02-10/index.en.html"],
    ["/nowhere", "/nowhere"],
    ["//elsewhere.example", "//elsewhere.example"],
  ])("%s → %s", async (address, page) => {
    expect(await ask(address, { access: "public" })).toMatchObject({ uri: page });
  });

  test("a day without its slash is sent to the one with it, and nobody is sent to another site", async () => {
    expect(await ask("/2026-02-10", { access: "public" })).toMatchObject({
      statusCode: 301,
      headers: { location: { value: "/2026-02-10/" } },
    });
    for (const address of ["//elsewhere.example/2026-02-10", "/\\elsewhere.example", "/2026-02-10/x/2026-02-10"]) {
      expect(await ask(address, { access: "public" }), address).toEqual(expect.objectContaining({ uri: address }));
    }
  });
});

/** Of what came after ES 5.1, what cloudfront-js-2.0 knows, by esbuild's names (CloudFront developer guide). */
const KNOWN = { "async-await": true, "const-and-let": true, "object-extensions": true, "template-literal": true };

test.each(["password", "public"] as const)(
  "CloudFront can read the source (%s), and it is small enough",
  async (access) => {
    const code = viewerRequestCode(access);
    expect(Buffer.byteLength(code)).toBeLessThan(10_240); // Amazon CloudFront quotas
    const asItIs = await transform(code, { target: "esnext" });
    const asItIsKnown = await transform(code, { target: "es5", supported: KNOWN });
    expect(asItIsKnown.code).toBe(asItIs.code);
  },
);
