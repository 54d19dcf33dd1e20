import type { StackOutput } from "../../shared/cloud/stack-outputs.ts";
import type { StackAssembly } from "../assembly/read-assembly.ts";
import { ACCOUNT, REGION } from "./identities.ts";
import { readFunctions } from "./read-functions.ts";
import { readNotifications, readRules } from "./read-object-events.ts";
import { readResourcePolicies, readRoles } from "./read-policies.ts";
import { readBuckets, readQueues, readTables } from "./read-storage.ts";
import { readEventSources, readSchedules } from "./read-triggers.ts";
import { NOT_REHEARSED, REHEARSED } from "./resource-types.ts";
import type { Stack } from "./stack.ts";
import { templateResources } from "./template-resources.ts";

/** Everything of the stack that is rehearsed, from its template and assets alone. */
export function readStack(
  assembly: StackAssembly,
  queueUrl: (name: string) => string,
): { readonly stack: Stack; readonly leftOut: readonly string[]; readonly unknownTypes: readonly string[] } {
  const place = { account: ACCOUNT, region: assembly.region ?? REGION, queueUrl };
  const resources = templateResources(assembly, place);
  const functions = readFunctions(resources, assembly.assets);
  const [queues, buckets] = [readQueues(resources), readBuckets(resources)];
  const stack: Stack = {
    name: assembly.name,
    account: place.account,
    region: place.region,
    watchlistBucket: resources.output("WatchlistBucket" satisfies StackOutput),
    siteBucket: resources.output("SiteBucket" satisfies StackOutput),
    siteAddress: resources.output("SiteAddress" satisfies StackOutput),
    tables: readTables(resources),
    queues,
    buckets,
    functions,
    eventSources: readEventSources(resources, functions),
    schedules: readSchedules(resources, functions),
    notifications: readNotifications(resources, functions),
    rules: readRules(resources, functions),
    roles: readRoles(resources),
    resourcePolicies: readResourcePolicies(resources, { buckets, queues, functions }),
  };
  const others = resources.types.filter((type) => !REHEARSED.has(type));
  return {
    stack,
    leftOut: others.filter((type) => NOT_REHEARSED[type] !== undefined),
    unknownTypes: others.filter((type) => NOT_REHEARSED[type] === undefined),
  };
}
