import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { continueStories } from "../../../shared/stories/continue-stories.ts";
import { createEntityFinder } from "../../../shared/stories/find-entities.ts";
import { packSketch, unpackSketch } from "../../../shared/stories/pack-sketch.ts";
import { type StoryInput, sketchArticle } from "../../../shared/stories/sketch.ts";

const findEntities = createEntityFinder([]);
const sketch = (input: Partial<StoryInput> & { readonly id: string }) =>
  sketchArticle({ title: "", text: "", ...input }, findEntities);

const BRIDGE = {
  title: "Мост у Тахиаташа откроют в мае",
  text: "Мост через Амударью у Тахиаташа длиной 412 метров откроют в мае. Его строили четыре года, сообщил инженер Рустам Нурыев. Проезд будет бесплатным.",
};
const FLOUR = {
  title: "Мукомолы Костаная просят вагоны",
  text: "Мукомольный союз Костаная просит 1300 вагонов на март. Без них, предупредил его глава Ерлан Сабитов, мельницы встанут.",
};
const first = sketch({ id: "a", published: "2026-02-10T08:00:00Z", ...BRIDGE });
const other = sketch({ id: "b", published: "2026-02-10T09:00:00Z", ...FLOUR });
const copy = sketch({ id: "c", published: "2026-02-11T07:00:00Z", ...BRIDGE });

describe("stories go on", () => {
  test("a text printed again the next day belongs to the story it had", () => {
    const before = [
      { sketch: first, story: "long-ago" },
      { sketch: other, story: "b" },
    ];
    expect(continueStories(before, [copy]).get("c")).toEqual({ story: "long-ago", reprintOf: "a" });
    expect(continueStories(before.toReversed(), [copy]).get("c")).toEqual({ story: "long-ago", reprintOf: "a" });
  });

  test("an article that is like none begins a story of its own, and so does the first day", () => {
    expect(continueStories([{ sketch: first, story: "a" }], [other]).get("b")).toEqual({ story: "b" });
    expect([...continueStories([], [copy, other, first])]).toEqual([
      ["c", { story: "a", reprintOf: "a" }],
      ["b", { story: "b" }],
      ["a", { story: "a" }],
    ]);
  });
});

describe("a packed sketch", () => {
  test("comes back as it was, whatever was read", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.string({ maxLength: 60 }), (text, title) => {
        const whole = sketch({ id: "x", published: "2026-02-10T08:00:00Z", title, text });
        const { id, publishedMs = 0 } = whole;
        expect(unpackSketch(packSketch(whole), { id, publishedMs })).toEqual(whole);
      }),
    );
    const { id, publishedMs = 0, signature } = first;
    expect(signature).toBeDefined();
    expect(unpackSketch(packSketch(first), { id, publishedMs })).toEqual(first);
  });

  test("is refused when it was cut, or made by other rules", () => {
    const packed = packSketch(first);
    expect(unpackSketch(packed.slice(0, -8), { id: "a" })).toBeUndefined();
    expect(unpackSketch(`AQAA${packed.slice(4)}`, { id: "a" })).toBeUndefined();
    expect(unpackSketch("", { id: "a" })).toBeUndefined();
  });
});
