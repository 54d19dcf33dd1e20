import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkedWatchlist, readWatchFolder } from "../../../cli/local/watch-folder.ts";
import { readOutletFiles } from "../../../cli/press/load-sample-press.ts";
import { createEntityFinder } from "../../../shared/stories/find-entities.ts";
import type { StoryInput } from "../../../shared/stories/sketch.ts";
import { accountForStory } from "../../../shared/stories/story-account.ts";
import { groupStories } from "../../support/stories.ts";

const watchlist = checkedWatchlist(await readWatchFolder(join(import.meta.dirname, "../../../watch")));
const findEntities = createEntityFinder(watchlist.entities);

describe("the sample press", () => {
  const articles = readOutletFiles().flatMap(({ id, language, articles: all }) =>
    all.map(({ path, title, text, published }) => ({
      id: `${id}${path}`,
      title,
      text,
      published,
      source: id,
      language,
    })),
  );
  const places = groupStories(articles, findEntities);
  const stories = Map.groupBy(articles, ({ id }) => places.get(id)?.story);
  const outletsOf = (part: string) =>
    [...stories.values()].find((members) => members.some(({ id }) => id.includes(part)))?.map(({ source }) => source);

  test("has the agency's text as one story with one independent source and its chain", () => {
    const first = "evraziya-express/economy/20260211/1840102.html";
    const members = (stories.get(first) ?? []).map(({ id, source, published }) => ({
      id,
      source,
      published,
      ...(places.get(id) ?? { story: "" }),
    }));
    const { origin, independentSources, chains } = accountForStory(members);
    expect(origin).toEqual({ article: first, name: "evraziya-express", isAgency: false });
    expect(independentSources).toBe(1);
    expect(chains).toHaveLength(1);
    expect(chains[0]?.reprints.map(({ source }) => source)).toEqual([
      "varzob-novosti",
      "vestnik-turana",
      "syrdarya-info",
    ]);
  });

  test.each([
    ["sirek-metaldar-tobi", ["dala-habar", "toshkent-oqshomi"]],
    ["kambar-ata-bolushtu", ["ala-too-kabar", "toshkent-oqshomi"]],
  ])("has the event that two languages report as one story: %s", (part, outlets) => {
    expect(outletsOf(part)?.toSorted()).toEqual(outlets);
  });

  test("has every other article apart", () => {
    expect([...stories.values()].filter((members) => members.length > 1)).toHaveLength(3);
    expect(places.size).toBe(articles.length);
  });
});

/** Reports of one flood, worded anew each day, and what else happened. */
const FLOOD: readonly StoryInput[] = [
  {
    id: "f1",
    published: "2026-03-01T06:00:00.000Z",
    title: "Дамба под Сардобой дала течь",
    text: "Дамба Сардобинского водохранилища дала течь ночью. Эвакуируют 1 200 жителей посёлка Курган.",
  },
  {
    id: "x1",
    published: "2026-03-01T08:00:00.000Z",
    title: "Шахматистка из Нукуса выиграла турнир",
    text: "Школьница Гульнара Сеитова выиграла 9 партий из 9 на турнире в Тбилиси.",
  },
  {
    id: "f2",
    published: "2026-03-03T06:00:00.000Z",
    title: "Течь дамбы под Сардобой закрыли",
    text: "Строители закрыли течь дамбы Сардобинского водохранилища. 1 200 жителей посёлка Курган возвращаются домой.",
  },
  {
    id: "f3",
    published: "2026-03-05T20:00:00.000Z",
    title: "Дамба под Сардобой: жители Кургана получат выплаты",
    text: "1 200 жителей посёлка Курган, которых эвакуировали, когда дамба Сардобинского водохранилища дала течь, получат выплаты.",
  },
];

describe("a story", () => {
  const storyOf = (inputs: readonly StoryInput[]) => [...groupStories(inputs)].map(([, { story }]) => story);

  test("that goes on for days keeps the id of its first article", () => {
    expect(storyOf(FLOOD)).toEqual(["f1", "x1", "f1", "f1"]);
  });

  test("ends where nothing was heard of it for more than 72 hours", () => {
    expect(storyOf(FLOOD.filter(({ id }) => id !== "f2"))).toEqual(["f1", "x1", "f3"]);
  });

  test("is the same in whichever order its articles arrive", () => {
    const inOrder = groupStories(FLOOD);
    for (const inputs of [FLOOD.toReversed(), [...FLOOD.slice(2), ...FLOOD.slice(0, 2)]])
      for (const [id, place] of groupStories(inputs)) expect(place, id).toEqual(inOrder.get(id));
  });

  test("without dates has the id of the article that stands first, and its reprints name the first text", () => {
    const text = `${FLOOD[0]?.text} Воду сбрасывают в Арнасай, сказал инженер Мурат Алиев.`;
    const undated = ["b", "a", "c"].map((id) => ({ id, title: `Дамба под Сардобой дала течь`, text }));
    expect([...groupStories(undated)]).toEqual([
      ["b", { story: "b" }],
      ["a", { story: "b", reprintOf: "b" }],
      ["c", { story: "b", reprintOf: "b" }],
    ]);
  });
});

test("empty articles are each a story of their own", () => {
  const empty = ["1", "2"].map((id) => ({ id, title: "", text: "" }));
  expect([...groupStories(empty).values()].map(({ story }) => story)).toEqual(["1", "2"]);
});
