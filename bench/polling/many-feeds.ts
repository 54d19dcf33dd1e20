import { createServer, type Server } from "node:http";
import { gzipSync } from "node:zlib";

/** As much as a busy outlet's feed holds: items with the whole text, in bytes about 90 KB. */
const ITEMS = 30;
const TEXT = "Делегации встречались два дня и опубликовали перечень мер, сроков и сумм для каждого бассейна. ".repeat(
  12,
);

/** Addresses of so many feeds, each on a host of its own. */
export function feedAddresses(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `http://outlet-${i}.example/rss.xml`);
}

/** Serves them all on 127.0.0.1, by virtual host. */
export async function serveManyFeeds(): Promise<{ readonly server: Server; readonly port: number }> {
  const published = new Date().toUTCString();
  const server = createServer(({ headers: { host = "" } }, response) => {
    const items = Array.from(
      { length: ITEMS },
      (_, i) =>
        `<item><title>${host}: новость ${i}</title><link>http://${host}/${i}</link><pubDate>${published}</pubDate><description>${TEXT}</description></item>`,
    );
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title>${items.join("")}</channel></rss>`;
    const head = { "content-type": "application/rss+xml", "content-encoding": "gzip", etag: `"${host}"` };
    response.writeHead(200, head).end(gzipSync(feed));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the feeds have no port");
  return { server, port: address.port };
}
