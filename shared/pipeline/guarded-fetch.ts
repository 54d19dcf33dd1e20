import type { EventEmitter } from "node:events";
import { pipeline, Readable, Transform } from "node:stream";
import { ACCEPT_ENCODING, decodersOf } from "../web/content-coding.ts";
import { addressOf, whyNotPublic } from "../web/public-address.ts";
import type { PlainFetch } from "./bounded-fetch.ts";

/** Where the web is served; 8080 and 8443 are where outlets without rights to the first two serve it. */
const PORTS: Readonly<Record<string, readonly number[]>> = {
  "http:": [80, 8080],
  "https:": [443, 8443],
};
/** All headers of one answer, in bytes; more than any outlet sends. */
const MOST_HEADER_BYTES = 16_384;

type Addresses = { address: string; family: number }[];
type Found = (error: Error | null, address: string | Addresses, family?: number) => void;

/** The part of `dns.lookup` that is needed. */
export type Lookup = (
  host: string,
  options: { readonly all: true },
  found: (error: Error | null, addresses: Addresses) => void,
) => void;

/** What is asked of `http.request`. */
interface RequestOptions {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly agent: false;
  readonly lookup: (host: string, options: { readonly all?: boolean | undefined }, found: Found) => void;
  readonly maxHeaderSize: number;
  readonly insecureHTTPParser: false;
  readonly signal: AbortSignal;
}

/** The part of `node:http` and `node:https` that is needed. */
export interface HttpModule {
  request(url: URL, options: RequestOptions): EventEmitter & { end(body?: string): unknown };
}

export interface GuardOptions {
  readonly http: HttpModule;
  readonly https: HttpModule;
  readonly lookup: Lookup;
  /** A port of 127.0.0.1 that may be reached besides the public web: one that whoever runs this named themselves. */
  readonly localPort?: number;
}

/** What is answered with a body that arrives. */
interface Incoming extends Readable {
  readonly statusCode?: number;
  readonly rawHeaders: readonly string[];
}

/** Says what was refused, and why, in one line. */
class Refusal extends Error {
  override readonly name = "Refusal";
}

/**
 * A `fetch` that reaches the public web and nothing else: http and https, on their ports, at addresses that are nobody's
 * private ones. A name is looked up once, every address that it has is checked, and the connection is made to these: a
 * name that answers differently the next time gains nothing. Each request has a connection of its own; no cookies, no
 * proxy. Follows no redirect, so that each hop is checked as the first was.
 */
export function guardedFetch({ http, https, lookup, localPort }: GuardOptions): PlainFetch {
  return async (address, { method, headers, body, maxBytes, signal }) => {
    const url = new URL(address);
    const isLocalServer = (ip: string) => ip === "127.0.0.1" && portOf(url) === localPort;
    const refusalOf = (ip: string) => (isLocalServer(ip) ? undefined : whyNotPublic(ip));
    checkUrl(url, localPort, refusalOf);

    const request = (url.protocol === "https:" ? https : http).request(url, {
      method,
      headers: { "accept-encoding": ACCEPT_ENCODING, ...headers },
      agent: false,
      lookup: checked(lookup, refusalOf),
      maxHeaderSize: MOST_HEADER_BYTES,
      insecureHTTPParser: false,
      signal,
    });
    const response = await new Promise<Incoming>((resolve, reject) => {
      request.on("error", reject);
      request.on("close", () => reject(new Error("no answer"))); // as after 101, which we never ask for
      request.on("response", (incoming: Incoming) => {
        // What goes wrong from here on is told by who reads the body: else its end would pass for the outlet's.
        request.on("error", (error) => incoming.destroy(error));
        resolve(incoming);
      });
      request.end(body);
    });
    return received(response, maxBytes);
  };
}

function portOf({ port, protocol }: URL): number {
  return port === "" ? (protocol === "https:" ? 443 : 80) : Number(port);
}

/** Throws where the address itself says that it is not to be asked. */
function checkUrl(url: URL, localPort: number | undefined, refusalOf: (ip: string) => string | undefined): void {
  const ports = PORTS[url.protocol];
  if (ports === undefined) throw new Refusal(`refused ${url.protocol} (not the web's)`);
  if (url.username !== "" || url.password !== "") throw new Refusal("refused an address with a user's name");
  const ip = addressOf(url);
  const why = ip === undefined ? undefined : refusalOf(ip);
  if (why !== undefined) throw new Refusal(`refused ${ip} (${why})`);
  const port = portOf(url);
  if (!ports.includes(port) && port !== localPort) throw new Refusal(`refused port ${port} (not the web's)`);
}

/** A look-up for `net.connect` that fails where any of a name's addresses is refused. */
function checked(lookup: Lookup, refusalOf: (ip: string) => string | undefined): RequestOptions["lookup"] {
  return (host, options, found) =>
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return found(error, []);
      for (const { address } of addresses) {
        const why = refusalOf(address);
        if (why !== undefined) return found(new Refusal(`refused ${host} (${address}, ${why})`), []);
      }
      const [first] = addresses;
      if (options.all === true || first === undefined) found(null, addresses);
      else found(null, first.address, first.family);
    });
}

/** The answer as `fetch` would give it, its body held to `maxBytes` as it arrives and then decompressed. */
function received(response: Incoming, maxBytes: number): Awaited<ReturnType<PlainFetch>> {
  const status = response.statusCode ?? 0;
  const headers = new Headers();
  for (let i = 0; i < response.rawHeaders.length; i += 2) {
    headers.append(response.rawHeaders[i] ?? "", response.rawHeaders[i + 1] ?? "");
  }
  try {
    const stages = decodersOf(headers.get("content-encoding") ?? "");
    const arrived = atMost(maxBytes);
    const body = stages[0] ?? arrived;
    // Errors of any stage reach the last one, which is read.
    pipeline([response, arrived, ...stages], () => undefined);
    return { status, headers, body: Readable.toWeb(body, { strategy: STRATEGY }) };
  } catch (error) {
    response.destroy();
    throw error;
  }
}

/** Nothing is read ahead of who reads. */
const STRATEGY = new ByteLengthQueuingStrategy({ highWaterMark: 0 });

function atMost(maxBytes: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.byteLength;
      if (size > maxBytes) done(new Error(`more than ${maxBytes} bytes`));
      else done(null, chunk);
    },
  });
}
