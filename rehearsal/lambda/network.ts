import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net, { type NetConnectOpts, Socket } from "node:net";

/** What a function did on the network since it was last asked. */
export interface Traffic {
  /** Hosts it was not let to. */
  readonly refused: readonly string[];
  /** Bytes sent to and received from the press. */
  readonly sentBytes: number;
  readonly receivedBytes: number;
}

export interface Network {
  traffic(): Traffic;
}

/** Names that exist nowhere but in examples (RFC 2606): the sample press lives under them. */
const PRESS = /\.example$/u;
const LOOPBACK = "127.0.0.1";

/**
 * Leads every connection of this process: to the press where its host ends in `.example`, through to 127.0.0.1, and
 * nowhere else. What runs in the process, and its addresses, stay as they are.
 */
export function installNetwork(pressPort: number): Network {
  let refused: string[] = [];
  const toPress = new Map<Socket, { sent: number; received: number }>();

  const connect = Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket;
  function ledConnect(this: Socket, ...args: unknown[]): Socket {
    const [first, ...others] = args;
    // net.connect() hands over its own list of options and callback.
    const isList = Array.isArray(first);
    const options = optionsOf(isList ? first[0] : first, others);
    const { host } = options;
    const led = PRESS.test(host) ? { ...options, host: LOOPBACK, port: pressPort } : options;
    if (led.host !== LOOPBACK) {
      refused.push(host);
      const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND", hostname: host });
      queueMicrotask(() => this.destroy(error));
      return this;
    }
    if (led !== options) toPress.set(this, { sent: 0, received: 0 });
    if (!isList) return connect.call(this, led, ...others.filter((arg) => typeof arg === "function"));
    first[0] = led;
    return connect.call(this, first);
  }
  Object.assign(net.Socket.prototype, { connect: ledConnect });

  const lookup = ((host: string, ...rest: unknown[]) => {
    const done = rest.at(-1) as (error: Error | null, address?: unknown, family?: number) => void;
    const wantsAll = typeof rest[0] === "object" && rest[0] !== null && "all" in rest[0] && rest[0].all === true;
    if (host !== LOOPBACK && host !== "localhost" && !PRESS.test(host)) {
      refused.push(host);
      const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND", hostname: host });
      return queueMicrotask(() => done(error));
    }
    queueMicrotask(() => (wantsAll ? done(null, [{ address: LOOPBACK, family: 4 }]) : done(null, LOOPBACK, 4)));
  }) as typeof dns.lookup;
  Object.assign(dns, { lookup });
  syncBuiltinESMExports();

  return {
    traffic: () => {
      let [sentBytes, receivedBytes] = [0, 0];
      for (const [socket, before] of toPress) {
        sentBytes += socket.bytesWritten - before.sent;
        receivedBytes += socket.bytesRead - before.received;
        if (socket.destroyed) toPress.delete(socket);
        else toPress.set(socket, { sent: socket.bytesWritten, received: socket.bytesRead });
      }
      const told = { refused, sentBytes, receivedBytes };
      refused = [];
      return told;
    },
  };
}

/** The three ways of `connect`: options; port and host; the path of a local socket, which is a host nobody may go to. */
function optionsOf(first: unknown, [second]: unknown[]): NetConnectOpts & { host: string } {
  if (typeof first === "object" && first !== null) {
    const options = first as { readonly host?: string; readonly path?: string; readonly port: number };
    return { ...options, host: options.path ?? options.host ?? LOOPBACK };
  }
  const isPort = Number.isInteger(Number(first));
  return { port: Number(first), host: isPort ? (typeof second === "string" ? second : LOOPBACK) : String(first) };
}
