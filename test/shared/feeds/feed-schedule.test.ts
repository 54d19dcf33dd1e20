import { expect, test } from "vitest";
import { parseFeed } from "../../../shared/feeds/parse-feed.ts";
import type { FeedSchedule } from "../../../shared/model.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/time.ts";

const SY = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"';
const hours = (...all: readonly (number | string)[]) =>
  `<skipHours>${all.map((hour) => `<hour>${hour}</hour>`).join("")}</skipHours>`;

test.each<[string, string, FeedSchedule | undefined]>([
  ["a time to live", "<ttl>90</ttl>", { everyMs: 90 * MINUTE }],
  [
    "an update every hour",
    "<sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>",
    { everyMs: HOUR },
  ],
  [
    "four updates a day",
    "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
    { everyMs: 6 * HOUR },
  ],
  ["a period alone", "<sy:updatePeriod>weekly</sy:updatePeriod>", { everyMs: 7 * DAY }],
  ["the longer of two", "<ttl>5</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", { everyMs: HOUR }],
  ["hours, 24 for midnight", hours(0, "23", 24), { skipHours: [0, 23] }],
  ["days", "<skipDays><day>Saturday</day><day>sunday</day></skipDays>", { skipDays: [6, 0] }],
  [
    "what nobody can read",
    `<ttl>soon</ttl><sy:updatePeriod>often</sy:updatePeriod>${hours("noon", 25, -1)}<skipDays><day>Caturday</day></skipDays>`,
    undefined,
  ],
  [
    "no frequency at all",
    "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>",
    { everyMs: DAY },
  ],
  ["nothing", "", undefined],
])("%s", async (_, inside, schedule) => {
  const item = "<item><title>News</title><link>https://a.example/1</link><ttl>7</ttl></item>";
  const bytes = Buffer.from(`<rss version="2.0" ${SY}><channel><title>A</title>${inside}${item}</channel></rss>`);
  const result = await parseFeed(bytes, { url: "https://a.example/rss", timeZone: "Asia/Tashkent" });
  expect(result.ok && result.feed.schedule).toEqual(schedule);
});

test("the syndication module goes by its namespace, not by its prefix", async () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:s="http://purl.org/rss/1.0/modules/syndication/">
    <channel><title>A</title><s:updatePeriod>hourly</s:updatePeriod><s:updateFrequency>2</s:updateFrequency></channel>
    <item><title>News</title><link>https://a.example/1</link></item></rdf:RDF>`;
  const result = await parseFeed(Buffer.from(rdf), { url: "https://a.example/rdf", timeZone: "Asia/Tashkent" });
  expect(result.ok && result.feed.schedule).toEqual({ everyMs: 30 * MINUTE });
});
