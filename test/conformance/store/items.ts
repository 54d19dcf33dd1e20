import { expect, test } from "vitest";
import type { Item } from "../../../shared/model.ts";
import { cut, LONGEST_ADDRESS, LONGEST_LINE, LONGEST_SUMMARY, LONGEST_TEXT } from "../../../shared/pipeline/bounds.ts";
import type { Store } from "../../../shared/pipeline/ports.ts";
import { plus } from "../../../shared/time.ts";
import { anItem } from "../../support/an-edition.ts";

const WAITING = anItem({ state: "waiting" });
const MORNING = WAITING.firstSeen;

/** Every field that may be absent, present. */
const WHOLE: Item = {
  ...WAITING,
  id: "a1b2c3d4e5f60718~2",
  summary: "Сув омбори: «oʻz vaqtida» 💧",
  content: 'Бірінші абзац.\n\nЕкінші абзац, "тырнақша" мен \\ және \u2028.',
  author: "Ә. Ғалымұлы",
  reason: "503 from https://steppe-post.example/water/canal",
  fingerprint: "0123456789abcdef",
  attempts: 1,
  revision: 2,
};

function undated(): Item {
  const { published: _, ...rest } = WAITING;
  return { ...rest, title: "", dateProblem: "missing" };
}

export function itemPromises(store: () => Store): void {
  const remember = async (...items: readonly Item[]) => {
    for (const item of items) await store().rememberItem(item);
  };

  test.each([
    ["as new", WAITING],
    ["with all it can have", WHOLE],
    ["without a date or a title", undated()],
    ["ended at once", anItem({ state: "stale" })],
  ])("an item comes back as it was remembered: %s", async (_, item) => {
    expect(await store().rememberItem(item)).toBe(true);
    expect(await store().item(item.id)).toStrictEqual(item);
  });

  test("an item as large as any is kept whole", async () => {
    const item: Item = {
      ...WHOLE,
      title: "ლ".repeat(LONGEST_LINE),
      author: "ლ".repeat(LONGEST_LINE),
      url: `https://a.example/${"a".repeat(LONGEST_ADDRESS)}`,
      summary: "ლ".repeat(LONGEST_SUMMARY),
      content: cut("ლ".repeat(LONGEST_TEXT + 1), LONGEST_TEXT),
    };
    expect(await store().rememberItem(item)).toBe(true);
    expect(await store().item(item.id)).toStrictEqual(item);
  });

  test("an item is remembered once, as it was first", async () => {
    await remember(WAITING);
    expect(await store().rememberItem({ ...WAITING, title: "Another", state: "stale" })).toBe(false);
    expect(await store().item(WAITING.id)).toStrictEqual(WAITING);
    expect(await store().item("unknown")).toBeUndefined();
  });

  test("of many who remember an item at once, one is told that it is new", async () => {
    const told = await Promise.all(
      Array.from({ length: 20 }, (_, i) => store().rememberItem({ ...WAITING, title: `${i}` })),
    );
    expect(told.filter((isNew) => isNew)).toHaveLength(1);
    expect((await store().item(WAITING.id))?.title).toBe(`${told.indexOf(true)}`);
  });

  test("putting off counts, and remembers why the last time", async () => {
    await remember(WAITING);
    await store().postponeItem(WAITING.id, "503");
    await store().postponeItem(WAITING.id, "no answer within 20 s");
    const expected = { ...WAITING, attempts: 2, reason: "no answer within 20 s" };
    expect(await store().item(WAITING.id)).toStrictEqual(expected);
    expect(await store().waitingItems(plus(MORNING, 1), 10)).toHaveLength(1);
  });

  test("what has ended or was never seen is not put off", async () => {
    const stale = anItem({ state: "stale" });
    await remember(stale);
    await store().postponeItem(stale.id, "503");
    await store().postponeItem("unknown", "503");
    expect(await store().item(stale.id)).toStrictEqual(stale);
    expect(await store().item("unknown")).toBeUndefined();
  });

  test("a waiting item ends once, and stays as it ended", async () => {
    await remember(WAITING);
    expect(await store().settleItem(WAITING.id, { state: "failed", reason: "404" })).toBe(true);
    expect(await store().settleItem(WAITING.id, { state: "matched" })).toBe(false);
    expect(await store().settleItem("unknown", { state: "matched" })).toBe(false);
    expect(await store().item(WAITING.id)).toStrictEqual({ ...WAITING, state: "failed", reason: "404" });
    expect(await store().item("unknown")).toBeUndefined();
  });

  test("an end keeps the fingerprint of what was judged", async () => {
    await remember(WAITING, { ...WAITING, id: "b" });
    await store().settleItem(WAITING.id, { state: "matched", fingerprint: "0123456789abcdef" });
    await store().settleItem("b", { state: "failed", reason: "404", fingerprint: "fedcba9876543210" });
    const ended = { ...WAITING, state: "matched", fingerprint: "0123456789abcdef" };
    expect(await store().item(WAITING.id)).toStrictEqual(ended);
    expect((await store().item("b"))?.fingerprint).toBe("fedcba9876543210");
  });

  test("an end without a reason forgets why it was put off, not how often", async () => {
    await remember(WAITING);
    await store().postponeItem(WAITING.id, "503");
    await store().settleItem(WAITING.id, { state: "matched" });
    expect(await store().item(WAITING.id)).toStrictEqual({ ...WAITING, state: "matched", attempts: 1 });
  });

  test("of many who end an item at once, one does", async () => {
    await remember(WAITING);
    const ended = await Promise.all(
      Array.from({ length: 20 }, (_, i) => store().settleItem(WAITING.id, { state: "failed", reason: `${i}` })),
    );
    expect(ended.filter((isEnded) => isEnded)).toHaveLength(1);
    expect((await store().item(WAITING.id))?.reason).toBe(`${ended.indexOf(true)}`);
  });

  test("waiting items come oldest first, then by id, up to a time and a number, and leave when they end", async () => {
    const seen = [
      ["d", 3],
      ["b", 1],
      ["a", 2],
      ["c", 1],
      ["c~2", 1],
      ["e", 4],
      ["f", 0],
    ] as const;
    await remember(
      ...seen.map(([id, ms]) => ({ ...WAITING, id, url: `https://x.example/${id}`, firstSeen: plus(MORNING, ms) })),
      anItem({ id: "stale", state: "stale", firstSeen: MORNING }),
    );
    await store().settleItem("f", { state: "gone" });
    const idsOf = async (ms: number, limit: number) =>
      (await store().waitingItems(plus(MORNING, ms), limit)).map(({ id }) => id);
    expect(await idsOf(4, 100)).toEqual(["b", "c", "c~2", "a", "d"]);
    expect(await idsOf(4, 4)).toEqual(["b", "c", "c~2", "a"]);
    expect(await idsOf(1, 100)).toEqual([]);
    expect(await store().waitingItems(plus(MORNING, 2), 1)).toStrictEqual([{ id: "b", url: "https://x.example/b" }]);
  });

  test("a day's items come by id, each in the state it is in, and other days' do not", async () => {
    await remember(
      { ...WHOLE, id: "b" },
      { ...WAITING, id: "a~2" },
      anItem({ id: "c", state: "stale", source: "vodiy" }),
      { ...WAITING, id: "a" },
      { ...WAITING, id: "z", day: "2026-02-11" },
    );
    await store().settleItem("a", { state: "matched" });
    const source = WAITING.source;
    expect(await store().itemsOfDay(WAITING.day)).toStrictEqual([
      { id: "a", source, state: "matched" },
      { id: "a~2", source, state: "waiting" },
      { id: "b", source, state: "waiting" },
      { id: "c", source: "vodiy", state: "stale" },
    ]);
    expect(await store().itemsOfDay("2026-02-12")).toEqual([]);
  });
}
