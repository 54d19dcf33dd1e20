import type { Log } from "../../shared/pipeline/ports.ts";

/** A laptop tells its reader through progress and summaries instead. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined };
