import type { TemplateSummary } from "./summarise-template.ts";
import { table } from "./table.ts";

/** The summary as text, a section each. */
export function formatSummary({ types, functions, schedules, alarms }: TemplateSummary): string {
  const total = types.reduce((sum, { count }) => sum + count, 0);
  return [
    section(
      `Resources: ${total}`,
      table(
        types.map(({ type, count }) => [`${count}`, type]),
        ["right"],
      ),
    ),
    section(
      `Functions: ${functions.length}`,
      table(
        functions.map(({ name, memoryMb, timeoutS }) => [name, `${memoryMb} MB`, `${timeoutS} s at most`]),
        ["left", "right", "right"],
      ),
    ),
    section(
      "What each may do",
      functions.map(({ name, may }) => [name, ...may.map((right) => `  ${right}`)].join("\n")).join("\n"),
    ),
    section(`Schedules: ${schedules.length}`, table(schedules.map(({ when, what }) => [when, what]))),
    section(`Alarms: ${alarms.length}`, table(alarms.map(({ name, what }) => [name, what]))),
  ].join("\n");
}

function section(title: string, body: string): string {
  return `${title}\n${body.replace(/^/gmu, "  ")}\n`;
}
