import { describe, expect, test } from "vitest";
import { loadWatchlist } from "../../../shared/watchlist/load-watchlist.ts";
import { formatProblem } from "../../../shared/watchlist/problem.ts";
import { DOSSIER, ENTITIES, MONITOR, SOURCES, watchFiles } from "../../support/watch-files.ts";

function problemsOf(changed: Readonly<Record<string, string>>): string[] {
  const result = loadWatchlist(watchFiles(changed));
  return result.ok ? [] : result.problems.map(formatProblem);
}

describe("a correct watchlist", () => {
  test("loads into the model, with durations in milliseconds and time zones filled in", () => {
    const result = loadWatchlist(watchFiles());
    expect(result).toMatchObject({
      ok: true,
      watchlist: {
        monitor: { polling: { everyMs: 900_000, hostSpacingMs: 5_000, freshMs: 259_200_000 }, retentionDays: 400 },
        sources: [{ timeZone: "Asia/Tashkent" }, { timeZone: "Asia/Samarkand" }],
        dossiers: [{ id: "sample", positions: [{ id: "p1" }] }],
      },
    });
  });

  test("keeps a position's examples, which may leave out mentions", () => {
    const examples = "    examples: {for: [Вода общая.], against: [Water is nobody's.]}\n";
    const result = loadWatchlist(watchFiles({ "watch/dossiers/sample.yaml": DOSSIER + examples }));
    const [position] = result.ok ? (result.watchlist.dossiers[0]?.positions ?? []) : [];
    expect(position?.examples).toEqual({ for: ["Вода общая."], against: ["Water is nobody's."], mentions: [] });
  });

  test("closes the site to whoever does not know its password, unless it says otherwise", () => {
    const access = (monitor: string) => {
      const result = loadWatchlist(watchFiles({ "watch/monitor.yaml": monitor }));
      return result.ok ? result.watchlist.monitor.site.access : result.problems.map(formatProblem);
    };
    expect(access(MONITOR)).toBe("password");
    expect(access(`${MONITOR}site:\n  access: public\n`)).toBe("public");
    expect(access(`${MONITOR}site:\n  access: publik\n`)).toEqual([
      'watch/monitor.yaml:15:11: "access" is "publik"; did you mean "public"?',
    ]);
  });

  test("has a version that changes with any file and not with their order", () => {
    const version = (files: ReturnType<typeof watchFiles>) => {
      const result = loadWatchlist(files);
      return result.ok ? result.watchlist.version : undefined;
    };
    expect(version(watchFiles())).toMatch(/^[0-9a-f]{12}$/u);
    expect(version(watchFiles().toReversed())).toBe(version(watchFiles()));
    expect(version(watchFiles({ "watch/monitor.yaml": `${MONITOR}# a note\n` }))).not.toBe(version(watchFiles()));
  });
});

describe("word lists of watch/words", () => {
  const WORDS = "words:\n  - id: stream\n    terms: {ru: [ручей], en: [stream]}\n";
  const WITH_STREAM = DOSSIER.replace('"@river AND', '"@river AND @stream AND');

  test("are known to the queries of every dossier and to each other", () => {
    const more = `words:\n  - id: waters\n    terms: {any: ["@stream"]}\n`;
    const files = { "watch/words/more.yaml": more, "watch/words/streams.yaml": WORDS };
    const result = loadWatchlist(watchFiles({ ...files, "watch/dossiers/sample.yaml": WITH_STREAM }));
    expect(result).toMatchObject({ ok: true, watchlist: { words: [{ id: "waters" }, { id: "stream" }] } });
  });

  test("do not know a dossier's own", () => {
    expect(problemsOf({ "watch/words/streams.yaml": WORDS.replace("[ручей]", '["@river"]') })).toEqual([
      expect.stringMatching(/^watch\/words\/streams\.yaml:3:19: unknown entity or word list "@river"; /u),
    ]);
  });

  test("may not be called as a dossier's own, as an entity, or twice the same", () => {
    const lists = (id: string) => WORDS.replace("id: stream", `id: ${id}`);
    expect(problemsOf({ "watch/words/a.yaml": lists("river") })).toEqual([
      'watch/dossiers/sample.yaml:14:9: duplicate name "river"; it stands already in watch/words/a.yaml:2; rename or remove one',
    ]);
    expect(problemsOf({ "watch/words/a.yaml": lists("kazakhstan") })).toHaveLength(1);
    expect(problemsOf({ "watch/words/a.yaml": WORDS, "watch/words/b.yaml": WORDS })).toHaveLength(1);
  });

  test("go in no circle, through whichever files", () => {
    const list = (id: string, other: string) => `words:\n  - id: ${id}\n    terms: {any: ["@${other}"]}\n`;
    expect(problemsOf({ "watch/words/a.yaml": list("one", "two"), "watch/words/b.yaml": list("two", "one") })).toEqual([
      "watch/words/a.yaml:2:9: word lists go in a circle: @one → @two → @one; write the words out in one of them",
      "watch/words/b.yaml:2:9: word lists go in a circle: @two → @one → @two; write the words out in one of them",
    ]);
  });

  test("leave what they define unjudged where they cannot be read", () => {
    const broken = { "watch/words/streams.yaml": WORDS.replace("terms:", "term:") };
    const problems = problemsOf({ ...broken, "watch/dossiers/sample.yaml": WITH_STREAM });
    expect(problems.map((problem) => problem.split(":")[0])).toEqual(problems.map(() => "watch/words/streams.yaml"));
  });
});

describe("a mistake is told with file, line, column, and what to do", () => {
  const cases: readonly (readonly [what: string, file: string, text: string, told: string])[] = [
    ["syntax", "watch/monitor.yaml", MONITOR.replace('publishAt: "07:00"', 'publishAt: "07:00'), "watch/monitor.yaml:"],
    [
      "an unknown key",
      "watch/monitor.yaml",
      MONITOR.replace("publishAt", "publishedAt"),
      'watch/monitor.yaml:3:1: unknown key "publishedAt"; did you mean "publishAt"?',
    ],
    [
      "examples that show no side",
      "watch/dossiers/sample.yaml",
      `${DOSSIER}    examples: {for: [], against: [Вода ничья.]}\n`,
      "watch/dossiers/sample.yaml:31:21: ",
    ],
    [
      "an unknown key deep inside",
      "watch/sources.yaml",
      SOURCES.replace("    ownership: state", "    owner: state"),
      'watch/sources.yaml:12:5: unknown key "owner"; ',
    ],
    [
      "a missing key",
      "watch/monitor.yaml",
      MONITOR.replace("  every: 15 min\n", ""),
      'watch/monitor.yaml:6:3: "every" is missing; add it: ',
    ],
    [
      "a bad time zone",
      "watch/monitor.yaml",
      MONITOR.replace("Asia/Tashkent", "Asia/Tashkend"),
      'watch/monitor.yaml:2:11: "timeZone" is "Asia/Tashkend"; write an IANA time zone such as Asia/Tashkent or Asia/Almaty',
    ],
    [
      "a duration without a unit",
      "watch/monitor.yaml",
      MONITOR.replace("15 min", "15"),
      'watch/monitor.yaml:6:10: "every" is 15; write a text',
    ],
    [
      "a slip in a fixed word",
      "watch/sources.yaml",
      SOURCES.replace("ownership: state", "ownership: stat"),
      'watch/sources.yaml:12:16: "ownership" is "stat"; did you mean "state"?',
    ],
    [
      "a selector that is none",
      "watch/sources.yaml",
      SOURCES.replace("ownership: state", "ownership: state\n    page: {text: 'div..text'}"),
      'watch/sources.yaml:13:18: "text" is "div..text"; write a CSS selector of tags, .classes, #ids and [attributes]',
    ],
    [
      "a duplicate source",
      "watch/sources.yaml",
      SOURCES.replace("id: vodiy", "id: steppe-post"),
      'watch/sources.yaml:8:9: duplicate source id "steppe-post"; it stands already in watch/sources.yaml:2; rename or remove one',
    ],
    [
      "a feed listed twice",
      "watch/sources.yaml",
      SOURCES.replace("http://vodiy.example/rss.xml", "http://steppe-post.example/rss.xml"),
      'watch/sources.yaml:14:13: duplicate feed "http://steppe-post.example/rss.xml"',
    ],
    [
      "a duplicate entity",
      "watch/entities.yaml",
      ENTITIES.replace("id: uzbekistan", "id: kazakhstan"),
      'watch/entities.yaml:5:9: duplicate entity id "kazakhstan"',
    ],
    [
      "a word list named like an entity",
      "watch/dossiers/sample.yaml",
      DOSSIER.replace("- id: river", "- id: kazakhstan"),
      'watch/dossiers/sample.yaml:14:9: duplicate name "kazakhstan"; it stands already in watch/entities.yaml:2',
    ],
    [
      "an unknown entity in a query",
      "watch/dossiers/sample.yaml",
      DOSSIER.replace("OR @uzbekistan", "OR @uzbekistam"),
      'watch/dossiers/sample.yaml:22:40: unknown entity or word list "@uzbekistam"; did you mean "uzbekistan"?',
    ],
    [
      "a query that does not parse",
      "watch/dossiers/sample.yaml",
      DOSSIER.replace("@river AND (@kazakhstan OR @uzbekistan)", "@river AND (@kazakhstan OR @uzbekistan"),
      "watch/dossiers/sample.yaml:22:",
    ],
    [
      "a position naming a missing theme",
      "watch/dossiers/sample.yaml",
      DOSSIER.replace("themes: [water]", "themes: [watr]"),
      'watch/dossiers/sample.yaml:25:14: position p1 names the theme "watr", which is missing; did you mean "water"?',
    ],
    [
      "a position naming a missing question",
      "watch/dossiers/sample.yaml",
      DOSSIER.replace("question: q1", "question: q7"),
      'watch/dossiers/sample.yaml:26:15: position p1 names the question "q7", which is missing; did you mean "q1"?',
    ],
    [
      "word lists in a circle",
      "watch/dossiers/sample.yaml",
      DOSSIER.replace("ru: [река, канал]", 'ru: ["@stream"]').replace(
        "themes:\n",
        '  - id: stream\n    terms: {ru: ["@river"]}\nthemes:\n',
      ),
      "watch/dossiers/sample.yaml:14:9: word lists go in a circle: @river → @stream → @river; ",
    ],
    ["a file nobody reads", "watch/sources.yml", SOURCES, "watch/sources.yml:1:1: not a file Mizan reads; "],
  ];

  test.each(cases)("%s", (_what, file, text, told) => {
    const problems = problemsOf({ [file]: text });
    expect(problems.filter((problem) => problem.startsWith(told))).toHaveLength(1);
  });

  test("an offset inside a folded query points at the right line", () => {
    const folded = DOSSIER.replace(
      'query: "@river AND (@kazakhstan OR @uzbekistan)"',
      "query: >-\n      @river AND\n      (@kazakhstan OR @kyrgyzstan)",
    );
    expect(problemsOf({ "watch/dossiers/sample.yaml": folded })).toEqual([
      expect.stringMatching(/^watch\/dossiers\/sample\.yaml:24:23: unknown entity or word list "@kyrgyzstan"/u),
    ]);
  });

  test("all problems of all files come back at once, in order", () => {
    const problems = problemsOf({
      "watch/monitor.yaml": MONITOR.replace("Asia/Tashkent", "Mars").replace('"07:00"', '"7"'),
      "watch/sources.yaml": SOURCES.replace("country: KZ", "country: Kazakhstan"),
      "watch/dossiers/sample.yaml": DOSSIER.replace("themes: [water]", "themes: [fire]"),
    });
    expect(problems.map((problem) => problem.split(": ")[0])).toEqual([
      "watch/dossiers/sample.yaml:25:14",
      "watch/monitor.yaml:2:11",
      "watch/monitor.yaml:3:12",
      "watch/sources.yaml:4:14",
    ]);
  });

  test("a missing file is named", () => {
    const files = watchFiles().filter(({ path }) => path !== "watch/entities.yaml");
    const result = loadWatchlist(files);
    expect(result.ok ? [] : result.problems.map(formatProblem)).toContainEqual(
      expect.stringMatching(/^watch\/entities\.yaml:1:1: the file is missing; /u),
    );
  });
});
