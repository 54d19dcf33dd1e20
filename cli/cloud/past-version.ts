import type { ObjectStore } from "../../shared/pipeline/ports.ts";
import { type PastVersion, pastVersions } from "../../shared/pipeline/watchlist-versions.ts";
import { UsageError } from "../usage-error.ts";

/** The latest activation of the version whose name begins so. Throws a `UsageError` where that is none, or several. */
export async function findPastVersion(active: ObjectStore, beginning: string): Promise<PastVersion> {
  const found = (await pastVersions(active)).filter(({ version }) => version.startsWith(beginning));
  const [latest] = found;
  if (beginning === "" || latest === undefined)
    throw new UsageError(`no watchlist "${beginning}" ever ran: "npm run mizan -- watch history" lists those that did`);
  const others = new Set(found.map(({ version }) => version));
  if (others.size > 1) throw new UsageError(`"${beginning}" may be ${[...others].join(" or ")}: write more of it`);
  return latest;
}
