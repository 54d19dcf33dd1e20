import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../rehearsal/assembly/json.ts";
import { createResolver } from "../../rehearsal/assembly/resolve.ts";

const template = {
  Parameters: { Stage: { Type: "String", Default: "prod" }, Mail: { Type: "String" } } satisfies JsonObject,
  Mappings: { Zones: { tashkent: { offset: "5" } } } satisfies JsonObject,
  Conditions: {
    IsProd: { "Fn::Equals": [{ Ref: "Stage" }, "prod"] },
    IsTest: { "Fn::Not": [{ Condition: "IsProd" }] },
    Either: { "Fn::Or": [{ Condition: "IsTest" }, { Condition: "IsProd" }] },
    Both: { "Fn::And": [{ Condition: "IsTest" }, { Condition: "IsProd" }] },
  } satisfies JsonObject,
};
const { resolve, holds } = createResolver(template, {
  pseudo: { "AWS::Region": "eu-central-1", "AWS::AccountId": "000000000000" },
  ref: (id) => (id === "Queue" ? "http://queue" : undefined),
  attribute: (id, name) => (id === "Queue" && name === "Arn" ? "arn:queue" : undefined),
});

/** CloudFormation's placeholders, which the linter takes for JavaScript's. */
function sub(text: string): string {
  return text.replaceAll("<", "${").replaceAll(">", "}");
}

describe("a template's values are what CloudFormation would make of them", () => {
  test.each<[string, Json, Json]>([
    ["plain values stay", { a: [1, true, null, "x"] }, { a: [1, true, null, "x"] }],
    ["Ref to a resource", { Ref: "Queue" }, "http://queue"],
    ["Ref to a parameter", { Ref: "Stage" }, "prod"],
    ["Ref to a pseudo parameter", { Ref: "AWS::Region" }, "eu-central-1"],
    ["GetAtt as a list", { "Fn::GetAtt": ["Queue", "Arn"] }, "arn:queue"],
    ["GetAtt as a text", { "Fn::GetAtt": "Queue.Arn" }, "arn:queue"],
    ["Join, nested", { "Fn::Join": ["", [{ "Fn::GetAtt": ["Queue", "Arn"] }, "/*"]] }, "arn:queue/*"],
    ["Sub", { "Fn::Sub": sub("a-<AWS::AccountId>-<Queue>-<Queue.Arn>") }, "a-000000000000-http://queue-arn:queue"],
    ["Sub with values of its own", { "Fn::Sub": [sub("<x>/<!x>"), { x: { Ref: "Stage" } }] }, sub("prod/<x>")],
    ["Select of Split", { "Fn::Select": [1, { "Fn::Split": ["|", "a|b"] }] }, "b"],
    ["If", { "Fn::If": ["IsProd", "yes", "no"] }, "yes"],
    ["FindInMap", { "Fn::FindInMap": ["Zones", "tashkent", "offset"] }, "5"],
    ["NoValue in an object", { a: 1, b: { "Fn::If": ["IsTest", 2, { Ref: "AWS::NoValue" }] } }, { a: 1 }],
    ["NoValue in a list", [{ Ref: "AWS::NoValue" }, 1], [1]],
    ["Base64", { "Fn::Base64": "hello" }, "aGVsbG8="],
    ["a policy's Condition is no function", { Condition: { Bool: { x: "y" } } }, { Condition: { Bool: { x: "y" } } }],
  ])("%s", (_, value, expected) => {
    expect(resolve(value, "here")).toEqual(expected);
  });

  test.each([
    ["IsProd", true],
    ["IsTest", false],
    ["Either", true],
    ["Both", false],
  ])("condition %s", (name, expected) => {
    expect(holds(name)).toBe(expected);
  });
});

describe("nothing is guessed: the place is named", () => {
  test.each<[Json, string]>([
    [{ Ref: "Nothing" }, "Fn.Env: Ref to Nothing, which is not there"],
    [{ Ref: "Mail" }, "Fn.Env: parameter Mail has no default"],
    [{ "Fn::GetAtt": ["Queue", "Colour"] }, "Fn.Env: Fn::GetAtt Queue.Colour is not known to the rehearsal"],
    [{ "Fn::Cidr": ["10.0.0.0/8", 1] }, "Fn.Env: Fn::Cidr is not known to the rehearsal"],
    [{ "Fn::If": ["IsMissing", 1, 2] }, "condition IsMissing is not there"],
    [{ "Fn::FindInMap": ["Zones", "almaty", "offset"] }, "Fn.Env: no Zones.almaty.offset in Mappings"],
    [{ "Fn::Select": [3, ["a"]] }, "Fn.Env: Fn::Select 3 of too few"],
  ])("%j", (value, message) => {
    expect(() => resolve(value, "Fn.Env")).toThrow(message);
  });
});
