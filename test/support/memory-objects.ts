import type { ObjectStore } from "../../shared/pipeline/ports.ts";

/** Objects in memory, as text; of a picture each byte is a character. `onCall` hears of each call before it is answered. */
export function memoryObjects(
  onCall: (call: "put" | "get" | "list", key: string) => void = () => undefined,
): ObjectStore & { readonly bodies: Map<string, string> } {
  const bodies = new Map<string, string>();
  return {
    bodies,
    put: async (key, body) => {
      onCall("put", key);
      bodies.set(key, typeof body === "string" ? body : Buffer.from(body).toString(encodingOf(key)));
    },
    get: async (key) => {
      onCall("get", key);
      const body = bodies.get(key);
      return body === undefined ? undefined : new Uint8Array(Buffer.from(body, encodingOf(key)));
    },
    list: async (prefix) => {
      onCall("list", prefix);
      return [...bodies.keys()].filter((key) => key.startsWith(prefix)).toSorted();
    },
  };
}

function encodingOf(key: string): "latin1" | "utf8" {
  return key.endsWith(".png") ? "latin1" : "utf8";
}
