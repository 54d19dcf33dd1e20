import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ObjectStore } from "../../shared/pipeline/ports.ts";

export interface OpenedObjects {
  readonly objects: ObjectStore;
  close(): Promise<void>;
}

const TEXT = "text/plain; charset=utf-8";

/** Holds an object store to what `ObjectStore` in shared/pipeline/ports.ts promises; `open` gives an empty one for each test. */
export function objectStoreSuite(name: string, open: () => Promise<OpenedObjects>): void {
  describe(name, () => {
    let opened: OpenedObjects;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => await opened.close());
    const put = async (key: string, body: string | Uint8Array = key) => await opened.objects.put(key, body, TEXT);
    const textAt = async (key: string) => {
      const body = await opened.objects.get(key);
      return body && new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
    };

    test.each([
      ["text in every script", "Ўз·қаз·кыр·тоҷ·tük·рус 🌊\r\n\u2028\ufeff"],
      ["every byte", Uint8Array.from({ length: 256 }, (_, byte) => byte)],
      ["nothing", ""],
      ["a megabyte", "ж".repeat(500_000)],
    ])("a body comes back as its bytes: %s", async (_, body) => {
      await put("a/body", body);
      const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
      expect(Buffer.from((await opened.objects.get("a/body")) ?? "none").equals(bytes)).toBe(true);
    });

    test("an object written again is replaced whole", async () => {
      await put("index.html", "the longer one");
      await put("index.html", "short");
      expect(await textAt("index.html")).toBe("short");
      expect(await opened.objects.list("")).toEqual(["index.html"]);
    });

    test("where nothing was written there is nothing, though something stands above or below it", async () => {
      await put("2026-02-10/index.html");
      expect(await opened.objects.get("2026-02-11/index.html")).toBeUndefined();
      expect(await opened.objects.get("2026-02-10")).toBeUndefined();
      expect(await opened.objects.get("2026-02-10/index.html/x")).toBeUndefined();
    });

    test.each(["watch/досье/қазақ сөзі.yaml", "a b/c+d&e=f.html", "100%/%41.md", "🌊/\ufffd", "~'()!*,;:@$"])(
      "a key is a key: %s",
      async (key) => {
        await put(key);
        expect(await textAt(key)).toBe(key);
        expect(await opened.objects.list("")).toEqual([key]);
        expect(await opened.objects.list(key.slice(0, 4))).toEqual([key]);
      },
    );

    test("a list is of the keys that start so, wherever that ends", async () => {
      for (const key of ["watch/monitor.yaml", "watch/dossiers/b.yaml", "watch", "watched/x", "other/watch/x"]) {
        await put(key.replace(/^watch$/u, "watch.txt"));
      }
      expect(await opened.objects.list("watch/")).toEqual(["watch/dossiers/b.yaml", "watch/monitor.yaml"]);
      expect(await opened.objects.list("watch/mo")).toEqual(["watch/monitor.yaml"]);
      expect(await opened.objects.list("watch")).toHaveLength(4);
      expect(await opened.objects.list("nothing/")).toEqual([]);
    });

    test("a list is in the order of code units", async () => {
      const keys = [..."zZaA0_~é🌊\ufffdж"].flatMap((letter) => [`${letter}/b`, `${letter}-b`, `${letter}b`]);
      await Promise.all(keys.map((key) => put(key)));
      expect(await opened.objects.list("")).toEqual(keys.toSorted());
    });

    test("of many who write an object at once one is left, whole", async () => {
      const bodies = Array.from({ length: 10 }, (_, i) => `${i}`.repeat(10_000 + i));
      await Promise.all(bodies.map((body) => put("index.html", body)));
      expect(bodies).toContain(await textAt("index.html"));
    });
  });
}
