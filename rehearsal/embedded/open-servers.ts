import type { ServiceName } from "../gateway/call.ts";
import { connectUpstream, type Upstream } from "../gateway/forward.ts";
import { serveDynamo } from "./serve-dynamo.ts";
import { serveFauxqs } from "./serve-fauxqs.ts";
import { serveXray, type XrayDaemon } from "./serve-xray.ts";

/** Every server that stands in for a service of AWS. */
export interface EmbeddedServers {
  readonly database: "dynoxide" | "dynalite";
  readonly endpoints: Readonly<Record<ServiceName, string>>;
  readonly upstreams: Readonly<Record<ServiceName, Upstream>>;
  readonly xray: XrayDaemon;
  close(): Promise<void>;
}

export async function openServers(region: string, nowMs: number): Promise<EmbeddedServers> {
  const [dynamo, fauxqs, xray] = await Promise.all([serveDynamo(), serveFauxqs(region, nowMs), serveXray()]);
  const [database, storage] = [connectUpstream(dynamo.endpoint), connectUpstream(fauxqs.endpoint)];
  return {
    database: dynamo.program,
    endpoints: { dynamodb: dynamo.endpoint, s3: fauxqs.endpoint, sqs: fauxqs.endpoint },
    upstreams: { dynamodb: database, s3: storage, sqs: storage },
    xray,
    close: async () => {
      await Promise.all([database.close(), storage.close()]);
      await Promise.all([dynamo.close(), fauxqs.close()]);
      xray.close();
    },
  };
}
