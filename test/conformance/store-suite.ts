import { afterEach, beforeEach, describe } from "vitest";
import type { Store } from "../../shared/pipeline/ports.ts";
import { articlePromises } from "./store/articles.ts";
import { dayPromises } from "./store/days.ts";
import { deliveryPromises } from "./store/deliveries.ts";
import { editionPromises } from "./store/editions.ts";
import { feedPromises } from "./store/feeds.ts";
import { hostPromises } from "./store/hosts.ts";
import { itemPromises } from "./store/items.ts";

export interface OpenedStore {
  readonly store: Store;
  close(): Promise<void>;
}

/** Holds a store to what `Store` in shared/pipeline/ports.ts promises; `open` gives an empty one for each test. */
export function storeSuite(name: string, open: () => Promise<OpenedStore>): void {
  describe(name, () => {
    let opened: OpenedStore;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => await opened.close());
    const store = () => opened.store;

    describe("feeds", () => feedPromises(store));
    describe("hosts", () => hostPromises(store));
    describe("items", () => itemPromises(store));
    describe("articles and matches", () => articlePromises(store));
    describe("what is added up over a day", () => dayPromises(store));
    describe("runs and editions", () => editionPromises(store));
    describe("deliveries", () => deliveryPromises(store));
  });
}
