import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import process from "node:process";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".xml": "application/atom+xml; charset=utf-8",
};

/** Serves a folder of pages on 127.0.0.1 until Ctrl-C. */
export async function serveFolder(folder: string): Promise<void> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = normalize(
      join(folder, decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname)),
    );
    const body = path.startsWith(folder + sep) ? await readFile(path).catch(() => undefined) : undefined;
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address !== null && typeof address === "object")
    process.stdout.write(`http://127.0.0.1:${address.port}/  (Ctrl-C ends)\n`);
  await new Promise<void>((resolve) => process.once("SIGINT", resolve));
  server.closeAllConnections();
  server.close();
}
