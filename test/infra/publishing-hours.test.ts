import { expect, test } from "vitest";
import { publishingHours, silentHours } from "../../infra/publishing-hours.ts";

test.each([
  ["07:00", "0 7", "1 7", "30 7-23"],
  ["06:45", "45 6", "46 6", "15 7-23"],
  ["06:59", "59 6", "0 7", "29 7-23"],
  ["00:00", "0 0", "1 0", "30 0-23"],
  ["23:10", "10 23", "11 23", "40 23"],
  ["23:40", "40 23", "41 23", undefined],
  ["23:59", "59 23", undefined, undefined],
])(
  "%s: yesterday's digest at %s, what gathers it at %s, today's so far at %s",
  (publishAt, daily, gathering, soFar) => {
    const hours = publishingHours(publishAt);
    expect(`${hours.daily.minute} ${hours.daily.hour}`).toBe(daily);
    expect(hours.gathering && `${hours.gathering.minute} ${hours.gathering.hour}`).toBe(gathering);
    expect(hours.soFar && `${hours.soFar.minute} ${hours.soFar.hour}`).toBe(soFar);
  },
);

test.each([
  ["07:00", 60, 8],
  ["06:45", 60, 8],
  ["07:00", 61, 9],
  ["00:00", 1, 1],
  ["23:59", 1_440, 48],
])("%s and %i minutes late: missing after %i silent hours", (publishAt, lateMinutes, hours) => {
  expect(silentHours(publishAt, lateMinutes)).toBe(hours);
});
