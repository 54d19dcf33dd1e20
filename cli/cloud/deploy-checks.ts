import process from "node:process";
import type { Check } from "./check.ts";
import { checkBootstrap, checkCredentials, checkRegion, checkStack } from "./checks/account.ts";
import { checkAlarms, checkCdk, checkNode, checkWatchlist } from "./checks/project.ts";
import type { CloudClients } from "./connect.ts";

export interface Project {
  /** The repository. */
  readonly root: string;
  /** The watchlist's folder. */
  readonly watch: string;
}
type Account = Pick<CloudClients, "cloudFormation" | "sts">;

/** What must be in order before a deploy, in the order in which it is mended. */
export function deployChecks(project: Project, account: Account): readonly Check[] {
  return [...projectChecks(project), ...accountChecks(account)];
}

/** What can be told on this machine. */
export function projectChecks({ root, watch }: Project): readonly Check[] {
  return [
    { title: "Node", find: () => checkNode(process.version) },
    { title: "CDK", find: () => checkCdk(root) },
    { title: "watchlist", find: () => checkWatchlist(watch) },
    { title: "alarms", find: () => checkAlarms(root) },
  ];
}

/** What only AWS can tell. */
export function accountChecks({ cloudFormation, sts }: Account): readonly Check[] {
  return [
    ...reachChecks({ cloudFormation, sts }),
    { title: "bootstrap", find: () => checkBootstrap(cloudFormation), after: ["credentials", "region"] },
    { title: "stack", find: () => checkStack(cloudFormation), after: ["credentials", "region"] },
  ];
}

/** Whether AWS can be asked at all. */
export function reachChecks({ cloudFormation, sts }: Account): readonly Check[] {
  return [
    { title: "credentials", find: () => checkCredentials(sts) },
    { title: "region", find: () => checkRegion(cloudFormation) },
  ];
}
