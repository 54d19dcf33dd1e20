import { lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { boundedFetch } from "../../shared/pipeline/bounded-fetch.ts";
import { guardedFetch } from "../../shared/pipeline/guarded-fetch.ts";
import type { Fetch } from "../../shared/pipeline/ports.ts";

/**
 * The public web as a laptop reaches it. Where whoever sits at it typed an address of 127.0.0.1, the port they named is
 * reached as well.
 */
export function webFetch(typed?: string): Fetch {
  const { hostname, port } = typed === undefined ? { hostname: "", port: "" } : new URL(typed);
  const local = hostname === "127.0.0.1" && port !== "" ? { localPort: Number(port) } : {};
  return boundedFetch(guardedFetch({ http, https, lookup, ...local }));
}
