import { lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { boundedFetch } from "../../shared/pipeline/bounded-fetch.ts";
import { guardedFetch, type HttpModule } from "../../shared/pipeline/guarded-fetch.ts";
import type { Fetch } from "../../shared/pipeline/ports.ts";

/**
 * The real HTTP client, with every connection led to the press server: addresses stay as the outlets have them, and
 * nothing leaves this machine. Encryption is taken off, since the server has no certificates for other people's hosts.
 */
export function pressClient(port: number): Fetch {
  const led: HttpModule = {
    request: (url, { headers, ...options }) =>
      http.request(url, { ...options, headers: { ...headers, host: url.host }, hostname: "127.0.0.1", port }),
  };
  const plain = boundedFetch(guardedFetch({ http: led, https, lookup }));
  return async (request) => {
    const { protocol } = new URL(request.url);
    const response = await plain({ ...request, url: request.url.replace(/^https:/u, "http:") });
    return { ...response, url: response.url.replace(/^http:/u, protocol) };
  };
}
