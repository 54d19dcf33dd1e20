import type { TemplateSummary } from "./summarise-template.ts";
import { table } from "./table.ts";

/** The summary as text, a section each. */
export function formatSummary({ types, functions, schedules, alarms }: TemplateSummary): string {
  const total = types.reduce((sum, { count }) => sum + count, 0);
  return [
    section(
      `${total} resources`,
      table(
        types.map(({ type, count }) => [`${count}`, type]),
        ["right"],
      ),
    ),
    section(
      `${functions.length} functions`,
      table(
        functions.map(({ name, memoryMb, timeoutS }) => [name, `${memoryMb} MB`, `${timeoutS} s at most`]),
        ["left", "right", "right"],
      ),
    ),
    section(
      "What each may do",
      functions.map(({ name, may }) => [name, ...may.map((right) => `  ${right}`)].join("\n")).join("\n"),
    ),
    section(`${schedules.length} schedules`, table(schedules.map(({ when, what }) => [when, what]))),
    section(`${alarms.length} alarms`, table(alarms.map(({ name, what }) => [name, what]))),
  ].join("\n");
}

function section(title: string, body: string): string {
  return `${title}\n${body.replace(/^/gmu, "  ")}\n`;
}
