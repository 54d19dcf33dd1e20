import { expect, test } from "vitest";
import type { DeliveryMark, Store } from "../../../shared/pipeline/ports.ts";

const DATE = "2026-02-10";

function aMark(changed: Partial<DeliveryMark> = {}): DeliveryMark {
  return { date: DATE, revision: 1, channel: "email:analyst@example.org", balance: "0".repeat(64), ...changed };
}

export function deliveryPromises(store: () => Store): void {
  test("a day of which nothing was delivered has no marks", async () => {
    expect(await store().deliveriesOf(DATE)).toEqual([]);
  });

  test("marks are by day, and come by revision and channel, in the order of code units", async () => {
    const channels = [
      "webhook:telegram:@канал\ufffd",
      "webhook:telegram:@канал🌊",
      "email:b@example.org",
      "email:B@a.example",
    ];
    for (const revision of [10, 2, 1]) {
      for (const channel of channels) await store().markDelivered(aMark({ revision, channel }));
    }
    await store().markDelivered(aMark({ date: "2026-02-11" }));
    expect(await store().deliveriesOf(DATE)).toStrictEqual(
      [1, 2, 10].flatMap((revision) => channels.toSorted().map((channel) => aMark({ revision, channel }))),
    );
    expect(await store().deliveriesOf("2026-02-11")).toStrictEqual([aMark({ date: "2026-02-11" })]);
  });

  test("a revision is marked for a channel once, as it was last", async () => {
    await Promise.all(Array.from({ length: 10 }, () => store().markDelivered(aMark())));
    await store().markDelivered(aMark({ balance: "f".repeat(64) }));
    expect(await store().deliveriesOf(DATE)).toStrictEqual([aMark({ balance: "f".repeat(64) })]);
  });

  test("channels that differ only far behind are two", async () => {
    const channels = ["1", "2"].map((end) => `webhook:telegram:@${"ж".repeat(1_000)}${end}`);
    for (const channel of channels) await store().markDelivered(aMark({ channel }));
    expect((await store().deliveriesOf(DATE)).map(({ channel }) => channel)).toEqual(channels);
  });
}
