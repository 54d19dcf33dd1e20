import { createSocket } from "node:dgram";
import { once } from "node:events";

/** The X-Ray daemon's part on Lambda: takes traces, and keeps only their number and size. */
export interface XrayDaemon {
  /** `127.0.0.1:<port>`. */
  readonly address: string;
  received(): { readonly segments: number; readonly bytes: number };
  close(): void;
}

export async function serveXray(): Promise<XrayDaemon> {
  const socket = createSocket("udp4");
  let [segments, bytes] = [0, 0];
  socket.on("message", (message) => {
    segments++;
    bytes += message.length;
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    address: `127.0.0.1:${socket.address().port}`,
    received: () => ({ segments, bytes }),
    close: () => socket.close(),
  };
}
