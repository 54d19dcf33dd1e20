import { Agent, buildConnector, fetch } from "undici";
import { boundedFetch } from "../../shared/pipeline/bounded-fetch.ts";
import type { Fetch } from "../../shared/pipeline/ports.ts";

export interface PressClient {
  readonly fetch: Fetch;
  close(): Promise<void>;
}

/**
 * The real HTTP client, with every connection led to the press server: addresses stay as the outlets have them, and
 * nothing leaves this machine. Encryption is taken off, since the server has no certificates for other people's hosts.
 */
export function pressClient(port: number): PressClient {
  const connect = buildConnector({});
  const agent = new Agent({
    connect: (options, done) => connect({ ...options, hostname: "127.0.0.1", port: String(port) }, done),
  });
  const plain = boundedFetch((url, init) => fetch(url, { ...init, dispatcher: agent }));
  return {
    fetch: async (request) => {
      const { protocol } = new URL(request.url);
      const response = await plain({ ...request, url: request.url.replace(/^https:/u, "http:") });
      return { ...response, url: response.url.replace(/^http:/u, protocol) };
    },
    close: () => agent.close(),
  };
}
