import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../rehearsal/assembly/json.ts";
import { fits, transform, valueAt } from "../../rehearsal/services/event-pattern.ts";

const EVENT = {
  source: "aws.s3",
  "detail-type": "Object Created",
  detail: { bucket: { name: "watchlist" }, object: { key: "watch/dossiers/a.yaml", size: 7 } },
};
const ofKey = (...key: JsonObject[string][]) => ({ detail: { object: { key } } });

describe("an event fits a pattern where every field fits one of its alternatives", () => {
  test.each<[JsonObject, boolean]>([
    [{ source: ["aws.s3"], "detail-type": ["Object Deleted", "Object Created"] }, true],
    [{ source: ["aws.s3"], "detail-type": ["Object Deleted"] }, false],
    [{ detail: { bucket: { name: ["watchlist"] } } }, true],
    [{ detail: { bucket: { colour: ["blue"] } } }, false],
    [{ detail: { object: { size: [7] } } }, true],
    [ofKey({ prefix: "watch/" }), true],
    [ofKey({ prefix: "active/" }), false],
    [ofKey({ suffix: ".yaml" }), true],
    [ofKey({ wildcard: "watch/*.yaml" }), true],
    [ofKey({ wildcard: "watch/*.yml" }), false],
    [ofKey({ wildcard: "watch?*.yaml" }), false],
    [ofKey({ "anything-but": ["watch/dossiers/a.yaml"] }), false],
    [ofKey({ "equals-ignore-case": "WATCH/dossiers/A.yaml" }), true],
    [ofKey("other", { prefix: "watch/" }), true],
  ])("%j: %s", (pattern, expected) => {
    expect(fits(EVENT, pattern)).toBe(expected);
  });

  test("a comparison that is not rehearsed is told, not guessed", () => {
    expect(() => fits(EVENT, ofKey({ cidr: "10.0.0.0/8" }))).toThrow(
      "event pattern: cidr is not known to the rehearsal",
    );
  });
});

test("a transformer's names stand for values at paths, as JSON", () => {
  const paths = { kind: "$.detail-type", size: "$.detail.object.size", none: "$.detail.colour" };
  expect(transform(EVENT, paths, '{"a":<kind>,"b":[<size>,<none>]}')).toBe('{"a":"Object Created","b":[7,null]}');
  expect(valueAt(EVENT, "$.detail.bucket")).toEqual({ name: "watchlist" });
});
