import { lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { boundedFetch } from "../../shared/pipeline/bounded-fetch.ts";
import { guardedFetch, type Lookup } from "../../shared/pipeline/guarded-fetch.ts";
import type { Fetch, HttpRequest } from "../../shared/pipeline/ports.ts";

/** The client as functions and laptop have it, which may reach one port of 127.0.0.1 besides. */
export function anAsker(localPort?: number, by: Lookup = lookup): Fetch {
  return boundedFetch(guardedFetch({ http, https, lookup: by, ...(localPort === undefined ? {} : { localPort }) }));
}

export function aRequest(url: string, changed: Partial<HttpRequest> = {}): HttpRequest {
  return { url, headers: {}, maxBytes: 10_000, timeoutMs: 2_000, ...changed };
}

/** A resolver that answers from a table, and one more way each time it is asked where there are several. */
export function aResolver(answers: Readonly<Record<string, readonly (readonly string[])[]>>) {
  const asked: string[] = [];
  const lookup: Lookup = (host, _options, found) => {
    asked.push(host);
    const times = asked.filter((name) => name === host).length;
    const addresses = answers[host]?.[times - 1] ?? answers[host]?.at(-1) ?? [];
    queueMicrotask(() =>
      found(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      ),
    );
  };
  return { lookup, asked };
}
