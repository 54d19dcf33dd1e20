import type { SitePage } from "../digest/site.ts";
import type { ObjectStore } from "./ports.ts";

/** Objects looked at and written at once. */
const AT_ONCE = 16;

/**
 * Writes the pages that are not there, or not so: most of a publication's pages are as they were, and on S3 looking costs
 * a twelfth of writing. Answers how many were written.
 */
export async function writePages(site: ObjectStore, pages: Iterable<SitePage>): Promise<number> {
  const left = pages[Symbol.iterator]();
  let written = 0;
  const worker = async () => {
    for (let next = left.next(); next.done !== true; next = left.next()) {
      const { value: page } = next;
      const there = await site.get(page.key);
      const bytes = Buffer.from(page.body);
      if (there !== undefined && bytes.equals(there)) continue;
      await site.put(page.key, bytes, page.contentType);
      written++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return written;
}
