import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import type { ObjectStore } from "../../shared/pipeline/ports.ts";

/**
 * Objects as files below `root`. A write is whole or not at all, and one that changes nothing touches nothing. Keys that
 * would lead out of the folder are refused.
 */
export function folderObjects(root: string): ObjectStore {
  return {
    put: async (key, body) => {
      const path = pathOf(root, key);
      const bytes = typeof body === "string" ? Buffer.from(body) : Buffer.from(body);
      if ((await readIfThere(path))?.equals(bytes)) return;
      await mkdir(dirname(path), { recursive: true });
      const part = `${path}.${randomUUID()}.part`;
      await writeFile(part, bytes);
      await rename(part, path);
    },
    get: async (key) => {
      const bytes = await readIfThere(pathOf(root, key));
      return bytes && new Uint8Array(bytes);
    },
    list: async (prefix) => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => entry.isFile() && !entry.name.endsWith(".part"))
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(root.length + 1)
            .split(sep)
            .join("/"),
        )
        .filter((key) => key.startsWith(prefix))
        .toSorted();
    },
  };
}

function pathOf(root: string, key: string): string {
  const isPlain = key !== "" && key.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  if (!isPlain || key.includes("\\") || key.includes("\0")) throw new Error(`not a key of an object: "${key}"`);
  return join(root, key);
}

/** Nothing there, a folder there, or a file where the path wants a folder. */
const ABSENT = new Set(["ENOENT", "EISDIR", "ENOTDIR"]);

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && ABSENT.has(String(error.code))) return undefined;
    throw error;
  }
}
