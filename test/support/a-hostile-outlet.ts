import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simulatedClock } from "../../cli/local/clocks.ts";
import { collect } from "../../cli/local/collect.ts";
import { openWorld } from "../../cli/local/open-world.ts";
import { NO_PROGRESS } from "../../cli/local/progress.ts";
import { publishDays } from "../../cli/local/publish-days.ts";
import { escapeXml } from "../../cli/press/escape-xml.ts";
import { pressClient } from "../../cli/press/press-client.ts";
import { listen } from "../../rehearsal/listen.ts";
import type { Edition } from "../../shared/digest/edition.ts";
import type { SitePage } from "../../shared/digest/site.ts";
import { compileMatcher } from "../../shared/matching/compile-matcher.ts";
import { loadWatchlist } from "../../shared/watchlist/load-watchlist.ts";
import { watchFiles } from "./watch-files.ts";

/** What an outlet might write so that a reader's browser, feed reader or chat acts on it; each would call `owned`. */
export const PAYLOADS: Readonly<Record<string, string>> = {
  "a script": "<script>owned()</script>",
  "a picture that fails": "<img src=x onerror=owned()>",
  "a drawing that loads": "<svg/onload=owned()>",
  "the end of an attribute": `"'><script>owned()</script>`,
  "an attribute of the same element": `" autofocus onfocus="owned()" tabindex="1`,
  "a frame": `<iframe srcdoc="<script>parent.owned()</script>"></iframe>`,
  "a link that runs": `<a href="java&#10;script:owned()">river</a>`,
  "the end of the page": `</blockquote></main></title></style></textarea>--><script>owned()</script>`,
  "a parser's confusion": "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=x onerror=owned()>'>",
  "a fold that opens": "<details open ontoggle=owned()>river</details>",
  "another page": `<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/owned"><base href="//127.0.0.1:9/">`,
  "an escape undone": "&lt;script&gt;owned()&lt;/script&gt; &#60;script&#62;owned()&#60;/script&#62;",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a template would fill in.
  "a template": "{{constructor.constructor('owned()')()}} ${owned()} #{owned()} <%= owned() %>",
  "a style": "<style>@import 'http://127.0.0.1:9/owned.css';</style><link rel=stylesheet href=//127.0.0.1:9/owned.css>",
};

const ORIGIN = "http://steppe-post.example";
const DAY = "2026-02-10";
const NOW = `${DAY}T07:00:00.000Z`;

export interface HostileDay {
  readonly edition: Edition;
  readonly pages: readonly SitePage[];
  /** Every address that was asked for. */
  readonly asked: readonly string[];
}

/** One day of an outlet that writes the payloads wherever it can, from its feed to the published pages. */
export async function publishHostileDay(): Promise<HostileDay> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const address = `http://${request.headers.host}${request.url}`;
    asked.push(address);
    const path = new URL(address).pathname;
    if (path === "/rss.xml") response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed());
    else if (!path.startsWith("/news/")) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page(Number(path.slice(6))));
  });
  const fetch = pressClient(await listen(server));
  const folder = await mkdtemp(join(tmpdir(), "mizan-hostile-"));
  const world = await openWorld(folder);
  try {
    const timekeeper = simulatedClock(NOW);
    const loaded = loadWatchlist(watchFiles());
    if (!loaded.ok) throw new Error("the watchlist of the tests has problems");
    const { watchlist } = loaded;
    const { errors } = await collect({
      timekeeper,
      store: world.store,
      fetch,
      watchlist,
      matcher: compileMatcher(watchlist),
      progress: NO_PROGRESS,
      concurrency: 1,
      signal: new AbortController().signal,
    });
    if (errors.length > 0) throw new AggregateError(errors, "the hostile day was not read");
    const [published] = await publishDays(world, watchlist, timekeeper.now, [DAY]);
    if (published === undefined) throw new Error("the hostile day was not published");
    const keys = await world.site.list("");
    const pages = await Promise.all(
      keys.map(async (key) => {
        const body = new TextDecoder().decode(await world.site.get(key));
        return { key, body, contentType: CONTENT_TYPES[key.split(".").at(-1) ?? ""] ?? "" };
      }),
    );
    return { edition: published.edition, pages, asked };
  } finally {
    world.close();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  }
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  css: "text/css",
  html: "text/html; charset=utf-8",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
  svg: "image/svg+xml",
  xml: "application/atom+xml",
};

/** The outlet's sentence with a payload in it, as text. */
function sentence(payload: string, i: number): string {
  return `Kazakhstan and Uzbekistan will run the river jointly ${payload} from ${i + 1} April`;
}

/** A feed whose document type lies elsewhere, and whose texts are escaped once more, so that they arrive as text. */
function feed(): string {
  const items = Object.values(PAYLOADS).map((payload, i) => {
    const text = escapeXml(escapeXml(sentence(payload, i)));
    const link = escapeXml(`${ORIGIN}/news/${i}?q=${payload}`);
    return `<item><title>${text}</title><link>${link}</link><guid>${i}${escapeXml(payload)}</guid>
<description>${text}</description><dc:creator>${escapeXml(escapeXml(payload))}</dc:creator>
<pubDate>Tue, 10 Feb 2026 09:00:00 +0500</pubDate></item>`;
  });
  const running = ["javascript:owned()", "data:text/html,<script>owned()</script>", "vbscript:owned()"].map(
    (link, i) => `<item><title>Uzbekistan: river ${i} run jointly with Kazakhstan</title><link>${link}</link>
<description>Kazakhstan and Uzbekistan will run river ${i} jointly.</description>
<pubDate>Tue, 10 Feb 2026 09:00:00 +0500</pubDate></item>`,
  );
  return `<?xml version="1.0"?>
<?xml-stylesheet href="${ORIGIN}/style.xsl" type="text/xsl"?>
<!DOCTYPE rss SYSTEM "${ORIGIN}/rss.dtd" [<!ENTITY % more SYSTEM "${ORIGIN}/more.dtd"> %more;]>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Steppe Post</title>
${[...items, ...running].join("\n")}
</channel></rss>`;
}

/** A page with the payload as text in what is quoted, and as markup around it. */
function page(i: number): string {
  const payload = Object.values(PAYLOADS)[i] ?? "";
  const text = escapeXml(sentence(payload, i));
  return `<!doctype html><html lang="en"><head><title>${text}</title><script src="/page.js"></script>
<link rel="stylesheet" href="/page.css"><meta name="author" content="${escapeXml(payload)}"></head>
<body onload="owned()"><img src="/page.png"><iframe src="/frame"></iframe>
<article><h1>${text}</h1>
<p>${text}, the ministers said in Nukus, where delegations of both countries had met for two days. ${payload}</p>
<p>They published a list of measures, dates and sums, with an annex for each basin, and a table of who pays.</p>
</article></body></html>`;
}
