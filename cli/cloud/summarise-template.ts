import { z } from "zod";
import { readable, resourcesOf, shortId, type Template } from "./template.ts";

/** What a stack consists of, for a person who is about to create it. */
export interface TemplateSummary {
  /** How many of each type, most first. */
  readonly types: readonly { readonly type: string; readonly count: number }[];
  readonly functions: readonly {
    readonly name: string;
    readonly memoryMb: number;
    readonly timeoutS: number;
    /** `dynamodb:GetItem on StoreTable`, one for each statement. */
    readonly may: readonly string[];
  }[];
  readonly schedules: readonly { readonly when: string; readonly what: string }[];
  readonly alarms: readonly { readonly name: string; readonly what: string }[];
}

const text = z.string();
const functionProperties = z.object({
  MemorySize: z.number().default(128),
  Timeout: z.number().default(3),
  Role: z.unknown(),
});
const schedule = z.object({
  ScheduleExpression: text,
  ScheduleExpressionTimezone: text.optional(),
  Description: text.default(""),
});
const alarm = z.object({ AlarmName: text, AlarmDescription: text.default("") });
const oneOrMore = z.union([z.array(z.unknown()), z.unknown().transform((value) => [value])]);
const statement = z.object({ Effect: text, Action: oneOrMore, Resource: oneOrMore });
const policy = z.object({
  Roles: z.array(z.unknown()),
  PolicyDocument: z.object({ Statement: z.array(statement) }),
});

/** Reads it off the template. */
export function summariseTemplate(template: Template): TemplateSummary {
  const rights = rightsByRole(template);
  return {
    types: countTypes(template),
    functions: resourcesOf(template, "AWS::Lambda::Function").map(([id, { Properties }]) => {
      const { MemorySize, Timeout, Role } = functionProperties.parse(Properties);
      return { name: shortId(id), memoryMb: MemorySize, timeoutS: Timeout, may: rights.get(readable(Role)) ?? [] };
    }),
    schedules: resourcesOf(template, "AWS::Scheduler::Schedule").map(([, { Properties }]) => {
      const { ScheduleExpression: when, ScheduleExpressionTimezone: zone, Description } = schedule.parse(Properties);
      return { when: zone === undefined ? when : `${when} ${zone}`, what: Description };
    }),
    alarms: resourcesOf(template, "AWS::CloudWatch::Alarm").map(([, { Properties }]) => {
      const { AlarmName, AlarmDescription } = alarm.parse(Properties);
      return { name: AlarmName, what: firstSentence(AlarmDescription) };
    }),
  };
}

/** What follows it is for the mail that an alarm sends. */
function firstSentence(description: string): string {
  return /^.*?\.(?=\s|$)/u.exec(description)?.[0] ?? description;
}

function countTypes({ Resources }: Template): TemplateSummary["types"] {
  const counts = new Map<string, number>();
  for (const { Type } of Object.values(Resources)) counts.set(Type, (counts.get(Type) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .toSorted((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}

/** What each role may do, by its short id. */
function rightsByRole(template: Template): ReadonlyMap<string, readonly string[]> {
  const rights = new Map<string, string[]>();
  for (const [, { Properties }] of resourcesOf(template, "AWS::IAM::Policy")) {
    const { Roles, PolicyDocument } = policy.parse(Properties);
    const lines = PolicyDocument.Statement.map(({ Effect, Action, Resource }) => {
      const verb = Effect === "Allow" ? "" : `${Effect} `;
      return `${verb}${Action.map(readable).join(", ")} on ${Resource.map(readable).join(", ")}`;
    });
    for (const role of Roles.map(readable)) rights.set(role, [...(rights.get(role) ?? []), ...lines]);
  }
  return rights;
}
