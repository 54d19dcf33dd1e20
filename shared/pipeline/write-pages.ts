import type { SitePage } from "../digest/site.ts";
import type { ObjectStore } from "./ports.ts";

/** Objects looked at or written at once: the SDK opens 50 connections, and each of them costs a greeting. */
const AT_ONCE = 32;

/** Writes pages of which is known that they changed. Answers how many they were. */
export async function writePages(site: ObjectStore, pages: Iterable<SitePage>): Promise<number> {
  return await withEach(pages, async ({ key, body, contentType }) => {
    await site.put(key, body, contentType);
    return true;
  });
}

/**
 * Writes the pages that are not there, or not so: where most are as they were, on S3 looking costs a twelfth of writing.
 * Answers how many were written.
 */
export async function writeChangedPages(site: ObjectStore, pages: Iterable<SitePage>): Promise<number> {
  return await withEach(pages, async ({ key, body, contentType }) => {
    const there = await site.get(key);
    const bytes = Buffer.from(body);
    if (there !== undefined && bytes.equals(there)) return false;
    await site.put(key, bytes, contentType);
    return true;
  });
}

/** Takes each page when its turn comes: together they are many megabytes. Counts those of which `write` says so. */
async function withEach(pages: Iterable<SitePage>, write: (page: SitePage) => Promise<boolean>): Promise<number> {
  const left = pages[Symbol.iterator]();
  let written = 0;
  const worker = async () => {
    for (let next = left.next(); next.done !== true; next = left.next()) if (await write(next.value)) written++;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return written;
}
