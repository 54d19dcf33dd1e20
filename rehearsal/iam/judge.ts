import { runSimulation } from "@cloud-copilot/iam-simulate";
import type { PolicyDocument, Stack } from "../stack/stack.ts";

/** One thing somebody wants to do with one resource. */
export interface Access {
  /** `dynamodb:PutItem`. */
  readonly action: string;
  /** ARN, or `*` for actions that know no resources. */
  readonly resource: string;
  /** Condition keys of the request and their values. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

/** Who asks: a role with its policies, or a service of AWS by its name, which has none. */
export type Principal =
  | { readonly kind: "role"; readonly role: string; readonly session: string }
  | { readonly kind: "service"; readonly service: string }
  /** Whoever deploys, and may do everything that no policy forbids. */
  | { readonly kind: "deployer" };

export type Verdict = { readonly isAllowed: true } | { readonly isAllowed: false; readonly reason: string };

export interface Judge {
  /** What IAM would say, by the policies in the template. */
  judge(principal: Principal, access: Access): Promise<Verdict>;
}

const EVERYTHING: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};

const REASONS = {
  ImplicitlyDenied: "because no policy allows it",
  ExplicitlyDenied: "because a policy denies it explicitly",
} as const;

export function createJudge({ account, roles, resourcePolicies }: Stack): Judge {
  const known = new Map<string, Promise<Verdict>>();

  const ask = async (principal: Principal, { action, resource, context = {} }: Access): Promise<Verdict> => {
    const resourcePolicy = resourcePolicies.get(ownerOf(resource));
    const result = await runSimulation(
      {
        request: {
          principal: nameOf(principal, account),
          action,
          resource: { resource, accountId: account },
          contextVariables: { ...contextOf(principal, account), ...(context as Record<string, string | string[]>) },
        },
        identityPolicies: identityPolicies(principal, roles),
        serviceControlPolicies: [],
        resourceControlPolicies: [],
        ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
      },
      {},
    );
    const who = `${nameOf(principal, account)} may not ${action} on ${resource}`;
    if (result.resultType === "error") return { isAllowed: false, reason: `${who}: ${JSON.stringify(result.errors)}` };
    const { overallResult } = result;
    return overallResult === "Allowed"
      ? { isAllowed: true }
      : { isAllowed: false, reason: `${who} ${REASONS[overallResult]}` };
  };

  return {
    judge: (principal, access) => {
      const key = JSON.stringify([principal, access]);
      const verdict = known.get(key) ?? ask(principal, access);
      known.set(key, verdict);
      return verdict;
    },
  };
}

/** Whether a role lets a service take it on (its trust policy). */
export async function mayAssume(stack: Stack, service: string, role: string, source: string): Promise<Verdict> {
  const trust = stack.roles.get(role)?.trust;
  if (trust === undefined) return { isAllowed: false, reason: `${role} is no role of this stack` };
  const judge = createJudge({ ...stack, resourcePolicies: new Map([[role, trust]]) });
  const context = { "aws:SourceAccount": stack.account, "aws:SourceArn": source };
  return await judge.judge({ kind: "service", service }, { action: "sts:AssumeRole", resource: role, context });
}

/** The resource whose policy counts: of an object its bucket, of an index its table. */
function ownerOf(resource: string): string {
  return resource.replace(/^(arn:aws:s3:::[^/]+)\/.*$/u, "$1").replace(/\/index\/.*$/u, "");
}

function nameOf(principal: Principal, account: string): string {
  if (principal.kind === "service") return principal.service;
  if (principal.kind === "deployer") return `arn:aws:iam::${account}:user/deployer`;
  return `arn:aws:sts::${account}:assumed-role/${roleName(principal.role)}/${principal.session}`;
}

function roleName(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/** What every request carries. The functions reach AWS over TLS, the embedded servers they meet here have none. */
function contextOf(principal: Principal, account: string): Record<string, string> {
  return {
    "aws:SecureTransport": "true",
    "s3:TlsVersion": "1.3",
    ...(principal.kind === "service" ? {} : { "aws:PrincipalAccount": account }),
    ...(principal.kind === "role" ? { "aws:PrincipalArn": principal.role } : {}),
  };
}

function identityPolicies(principal: Principal, roles: Stack["roles"]) {
  if (principal.kind === "service") return [];
  if (principal.kind === "deployer") return [{ name: "deployer", policy: EVERYTHING }];
  const policies = roles.get(principal.role)?.policies ?? [];
  return policies.map(({ name, document }) => ({ name, policy: document }));
}
