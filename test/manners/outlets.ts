import { createHash } from "node:crypto";
import { DAY, HOUR, MINUTE } from "../../shared/time.ts";

/** How an outlet wants to be treated, and how it says so. Absent: it says nothing of it. */
export interface Temper {
  readonly name: string;
  /** How long it wants its feed to be left alone, in milliseconds, and how it says that. */
  readonly asksMs?: number;
  readonly says?: "cache-control" | "expires" | "ttl" | "sy";
  /** Hours in UTC, and days of the week, at which its feed is not to be asked for. */
  readonly skipHours?: readonly number[];
  readonly skipDays?: readonly number[];
  readonly validators: "both" | "etag" | "date" | "none";
  /** What it answers instead of the feed: how often, and what. */
  readonly refuses?: {
    readonly everyNth: number;
    readonly status: 429 | 503;
    readonly retryAfter: number | "date" | undefined;
  };
  /** Tries to be remembered. */
  readonly setsCookies?: boolean;
  /** Answers "not modified" to whoever sends validators, whatever has happened. */
  readonly lies?: boolean;
  readonly always?: "gone" | "challenge" | "moved" | "closed" | "broken";
  readonly lists?: "nothing" | "undated";
}

const both = { validators: "both" } as const;

/** Every way to be asked for patience, and every state of a source. */
export const TEMPERS: readonly Temper[] = [
  { name: "plain", ...both },
  { name: "only a tag", validators: "etag" },
  { name: "only a date", validators: "date" },
  { name: "no validators", validators: "none" },
  { name: "fresh for two hours", ...both, asksMs: 2 * HOUR, says: "cache-control" },
  { name: "expires in three hours", ...both, asksMs: 3 * HOUR, says: "expires" },
  { name: "lives four hours", ...both, asksMs: 4 * HOUR, says: "ttl" },
  { name: "updated twice a day", ...both, asksMs: 12 * HOUR, says: "sy" },
  { name: "sleeps at night", ...both, skipHours: [18, 19, 20, 21, 22, 23] },
  { name: "keeps the weekend", validators: "etag", skipDays: [0, 6] },
  { name: "asked too much, for a time", ...both, refuses: { everyNth: 5, status: 429, retryAfter: 5_400 } },
  { name: "asked too much, until a date", ...both, refuses: { everyNth: 4, status: 429, retryAfter: "date" } },
  { name: "asked too much", ...both, refuses: { everyNth: 3, status: 429, retryAfter: undefined } },
  { name: "out of order, for a time", ...both, refuses: { everyNth: 5, status: 503, retryAfter: 7_200 } },
  { name: "out of order, until a date", validators: "date", refuses: { everyNth: 6, status: 503, retryAfter: "date" } },
  { name: "cookies", ...both, setsCookies: true },
  { name: "lies", ...both, lies: true },
  { name: "gone", ...both, always: "gone" },
  { name: "asks for a browser", ...both, always: "challenge" },
  { name: "moved", ...both, always: "moved" },
  { name: "closes the connection", ...both, always: "closed" },
  { name: "broken", ...both, always: "broken" },
  { name: "lists nothing", ...both, lists: "nothing" },
  { name: "dates nothing", ...both, lists: "undated" },
];

export interface Outlet extends Temper {
  readonly host: string;
  readonly path: string;
  /** What its robots.txt is: none, rules that close `/closed/`, or an error now and then. */
  readonly robots: "none" | "rules" | "unsteady";
}

/** So many feeds, of every temper; each fourth shares its host with the one before. */
export function outletsOf(feeds: number): Outlet[] {
  return Array.from({ length: feeds }, (_, i) => {
    const temper = TEMPERS[i % TEMPERS.length] ?? { name: "plain", ...both };
    const host = i % 4 === 3 ? i - 1 : i;
    const robots = (["none", "rules", "unsteady"] as const)[host % 3] ?? "none";
    return { ...temper, host: `outlet-${host}.example`, path: `/feed/${i}.xml`, robots };
  });
}

export interface Piece {
  readonly path: string;
  readonly title: string;
  readonly published: number;
}

/** As many as a feed lists. */
const LISTED = 8;

/** What an outlet's feed lists at a time, in epoch milliseconds: a new piece every two to nine hours, each tenth behind a closed door. */
export function piecesAt({ path }: Outlet, now: number): Piece[] {
  const seed = createHash("sha256").update(path).digest();
  const everyMs = 2 * HOUR + (seed.readUInt16BE() % (7 * 60)) * MINUTE;
  const last = Math.floor((now - (seed.readUInt16BE(2) % 120) * MINUTE) / everyMs);
  return Array.from({ length: LISTED }, (_, i) => {
    const number = last - i;
    const folder = number % 10 === 0 ? "closed" : "open";
    return { path: `/${folder}${path}/${number}`, title: `Piece ${number} of ${path}`, published: number * everyMs };
  });
}

/** The feed as RSS, with what it says of its own schedule. */
export function feedAt(outlet: Outlet, now: number): string {
  const { host, asksMs = 0, says, skipHours = [], skipDays = [], lists } = outlet;
  const schedule = [
    says === "ttl" ? `<ttl>${asksMs / MINUTE}</ttl>` : "",
    says === "sy"
      ? `<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>${DAY / asksMs}</sy:updateFrequency>`
      : "",
    `<skipHours>${skipHours.map((hour) => `<hour>${hour}</hour>`).join("")}</skipHours>`,
    `<skipDays>${skipDays.map((day) => `<day>${WEEKDAYS[day]}</day>`).join("")}</skipDays>`,
  ];
  const items = piecesAt(outlet, now).map(({ path, title, published }) => {
    const date = lists === "undated" ? "" : `<pubDate>${new Date(published).toUTCString()}</pubDate>`;
    return `<item><title>${title}</title><link>http://${host}${path}</link>${date}</item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>${host}</title>${schedule.join("")}${lists === "nothing" ? "" : items.join("")}</channel></rss>`;
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
