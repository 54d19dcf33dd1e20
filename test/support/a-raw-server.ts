import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import net, { type AddressInfo, type Socket } from "node:net";
import { afterEach } from "vitest";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** An HTTP server on 127.0.0.1 for the length of one test; its port. */
export async function servePort(listener: RequestListener, port = 0, host = "127.0.0.1"): Promise<number> {
  const server = createServer(listener);
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  server.listen(port, host);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** A server that says whatever `answer` writes to the socket, once it was asked something; its port. */
export async function serveRaw(answer: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => answer(socket));
  });
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
