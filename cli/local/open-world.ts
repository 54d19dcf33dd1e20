import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { ObjectStore, Store } from "../../shared/pipeline/ports.ts";
import { folderObjects } from "./folder-objects.ts";
import { openSqliteStore } from "./sqlite-store.ts";

/** A laptop's ports: one database file and one folder of pages, side by side. */
export interface LocalWorld {
  readonly store: Store;
  readonly site: ObjectStore;
  /** The folder of pages. */
  readonly siteFolder: string;
  /** Where its pages will be read, if anybody said so. */
  readonly siteAddress?: string | undefined;
  close(): void;
}

/** Opens, or creates, the database and the site below `folder`. */
export async function openWorld(folder: string, siteAddress?: string): Promise<LocalWorld> {
  const siteFolder = join(folder, "site");
  await mkdir(siteFolder, { recursive: true });
  const store = openSqliteStore(join(folder, "mizan.sqlite"));
  return { store, site: folderObjects(siteFolder), siteFolder, siteAddress, close: () => store.close() };
}
