import { Pool } from "undici";
import type { Answer, Request } from "./call.ts";

/** Tells an embedded server the simulated time, in epoch milliseconds. */
export const NOW_HEADER = "x-rehearsal-now";

/** Headers of one connection, which the next one has of its own. */
const HOP_BY_HOP = new Set(["connection", "content-length", "expect", "host", "keep-alive", "transfer-encoding"]);

export interface Upstream {
  send(request: Request, nowMs: number): Promise<Answer>;
  close(): Promise<void>;
}

/** An embedded server, over connections that stay open. Its answers carry the simulated date. */
export function connectUpstream(endpoint: string): Upstream {
  const pool = new Pool(endpoint);
  return {
    send: async ({ method, path, headers, body }, nowMs) => {
      const response = await pool.request({
        method,
        path,
        headers: { ...endToEnd(headers), [NOW_HEADER]: String(nowMs) },
        body: method === "GET" || method === "HEAD" ? null : body,
      });
      return {
        status: response.statusCode,
        // A client that sees its server's date far from its own takes its clock to be wrong, and asks again.
        headers: { ...endToEnd(response.headers), date: new Date(nowMs).toUTCString() },
        body: Buffer.from(await response.body.arrayBuffer()),
      };
    },
    close: () => pool.close(),
  };
}

/** Headers that belong to the message, each with its values joined. */
export function endToEnd(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const entries = Object.entries(headers).filter(([name, value]) => value !== undefined && !HOP_BY_HOP.has(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
