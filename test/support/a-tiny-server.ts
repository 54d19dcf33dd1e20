import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface TinyServer {
  /** `http://127.0.0.1:<port>`. */
  readonly endpoint: string;
  /** What it was asked, in order. */
  readonly asked: Asked[];
  close(): void;
}

/** A server on a free port of 127.0.0.1 that answers what `answer` says; undefined is silence. */
export async function serveTiny(answer: (asked: Asked) => Answer | undefined): Promise<TinyServer> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    const one = { method, path, headers, body: await text(request) };
    asked.push(one);
    const answered = answer(one);
    if (answered !== undefined) response.writeHead(answered.status ?? 200, answered.headers).end(answered.body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
