import { type FileHandle, open } from "node:fs/promises";
import { UsageError } from "./usage-error.ts";

/** Opens a file that the person at the keyboard named. Throws a `UsageError` where there is none to read. */
export async function openInput(file: string): Promise<FileHandle> {
  const handle = await open(file).catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  });
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw new UsageError(`${file} cannot be read: it is not a file`);
}
