import type { ObjectStore } from "../../shared/pipeline/ports.ts";

/** Objects in memory, as text. `onCall` hears of each call before it is answered. */
export function memoryObjects(
  onCall: (call: "put" | "get" | "list", key: string) => void = () => undefined,
): ObjectStore & { readonly bodies: Map<string, string> } {
  const bodies = new Map<string, string>();
  return {
    bodies,
    put: async (key, body) => {
      onCall("put", key);
      bodies.set(key, typeof body === "string" ? body : new TextDecoder("utf-8", { ignoreBOM: true }).decode(body));
    },
    get: async (key) => {
      onCall("get", key);
      const body = bodies.get(key);
      return body === undefined ? undefined : new TextEncoder().encode(body);
    },
    list: async (prefix) => {
      onCall("list", prefix);
      return [...bodies.keys()].filter((key) => key.startsWith(prefix)).toSorted();
    },
  };
}
