import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadWatchlist } from "../../../shared/watchlist/load-watchlist.ts";
import { formatProblem } from "../../../shared/watchlist/problem.ts";
import { MONITOR, watchFiles } from "../../support/watch-files.ts";

function load(monitor: string) {
  const result = loadWatchlist(watchFiles({ "watch/monitor.yaml": monitor }));
  return result.ok ? result.watchlist.monitor.deliver : result.problems.map(formatProblem);
}
const asking = (block: string) => load(`${MONITOR}deliver:\n${block}`);

test("unless it is asked for, nothing is delivered", () => {
  expect(load(MONITOR)).toBeUndefined();
});

test("by e-mail and to a chat, in either form", () => {
  const email = { from: "mizan@example.org", to: ["a@example.org", "b@example.org"], language: "ru" };
  expect(asking(`  email: ${JSON.stringify(email)}\n`)).toEqual({ email });
  for (const webhook of [
    { format: "slack", language: "en" },
    { format: "telegram", chat: "-1001234567890", language: "ru" },
    { format: "telegram", chat: "@mizan_digest", language: "en" },
  ]) {
    expect(asking(`  email: ${JSON.stringify(email)}\n  webhook: ${JSON.stringify(webhook)}\n`)).toEqual({
      email,
      webhook,
    });
  }
});

describe("a mistake is told with file, line, column, and what to do", () => {
  const email = (changed: string) => `  email: {${changed}}\n`;
  test.each([
    ["nothing below it", "", `14:9: "deliver" is null; write a group of keys with values`],
    ["no channel", "  {}\n", `15:3: "deliver" is {}; write email, webhook or both below it, or remove it`],
    ["another channel", "  mail: {}\n", `15:3: unknown key "mail"; did you mean "email"?`],
    [
      "no address to send from",
      email("from: mizan, to: [a@example.org], language: ru"),
      `15:17: "from" is "mizan"; write one e-mail address, such as analyst@example.org`,
    ],
    [
      "a reader without an address",
      email("from: m@example.org, to: [a@example.org, Ann <b@example.org>], language: ru"),
      `15:52: "to" is "Ann <b@example.org>"; write one e-mail address, such as analyst@example.org`,
    ],
    [
      "one reader who is no list",
      email("from: m@example.org, to: a@example.org, language: ru"),
      `15:36: "to" is "a@example.org"; write a list`,
    ],
    ["no reader", email("from: m@example.org, to: [], language: ru"), `15:36: "to" is []; write at least one`],
    [
      "too many readers",
      email(`from: m@example.org, to: [${Array.from({ length: 21 }, (_, i) => `${i}@example.org`)}], language: ru`),
      `15:36: "to" is ["0@example.org"`,
    ],
    [
      "no language",
      email("from: m@example.org, to: [a@example.org]"),
      `15:10: "language" is missing; add it: write one of ru, en`,
    ],
    ["another format", "  webhook: {format: slak, language: ru}\n", `15:21: "format" is "slak"; did you mean "slack"?`],
    [
      "Telegram without a chat",
      "  webhook: {format: telegram, language: ru}\n",
      `15:12: "chat" is missing; add it: the number of the chat that the bot writes to, in quotation marks`,
    ],
    [
      "a chat that is a number",
      "  webhook: {format: telegram, chat: -100, language: ru}\n",
      `15:37: "chat" is -100; write a text (put it in quotation marks if it looks like a number or a date)`,
    ],
    [
      "a chat that is neither number nor channel",
      "  webhook: {format: telegram, chat: mizan, language: ru}\n",
      `15:37: "chat" is "mizan"; write the chat's number, "-1001234567890", or a channel's name, "@channel", in quotation marks`,
    ],
    [
      "Slack with a chat",
      '  webhook: {format: slack, chat: "@news", language: ru}\n',
      `15:34: "chat" is "@news"; remove it: the address of a Slack webhook knows its channel`,
    ],
    [
      "the secret address",
      "  webhook: {format: slack, url: https://hooks.slack.com/services/x, language: ru}\n",
      `15:28: unknown key "url"; keys known here are format, chat, language`,
    ],
  ])("%s", (_, block, told) => {
    expect(asking(block)).toContainEqual(expect.stringContaining(`watch/monitor.yaml:${told}`));
  });

  test("a language in which the digest does not appear: its page would not be there", () => {
    const russian = MONITOR.replace("[ru, en]", "[ru]");
    const block =
      "deliver:\n  email: {from: m@example.org, to: [a@example.org], language: ru}\n  webhook: {format: slack, language: en}\n";
    expect(load(russian + block)).toEqual([
      `watch/monitor.yaml:16:38: "language" is "en"; write one of the digest's languages, ru, or add it to languages above`,
    ]);
  });
});

test("the block that stands in monitor.yaml as a comment is good when it is switched on", () => {
  const monitor = readFileSync(join(import.meta.dirname, "../../../watch/monitor.yaml"), "utf8");
  const switchedOn = monitor.replaceAll(/^# ?(?=deliver:| {2,}\w+:)/gmu, "");
  expect(load(monitor)).toBeUndefined();
  expect(load(switchedOn)).toMatchObject({ email: { language: "ru" }, webhook: { format: "slack" } });
});
