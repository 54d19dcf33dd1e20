import { z } from "zod";
import { AWS_MANAGED_POLICIES } from "./aws-managed-policies.ts";
import type { PolicyDocument, Role, Stack } from "./stack.ts";
import type { TemplateResources } from "./template-resources.ts";

const document = z.record(z.string(), z.json()) satisfies z.ZodType<PolicyDocument>;

const roleForm = z.object({
  AssumeRolePolicyDocument: document,
  Policies: z.array(z.object({ PolicyName: z.string(), PolicyDocument: document })).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
  PermissionsBoundary: z.undefined("permission boundaries are not rehearsed").optional(),
});
const policyForm = z.object({
  PolicyDocument: document,
  Roles: z.array(z.string()).default([]),
});

/** The roles with every policy that is attached to them: inline, of their own resources, managed. By ARN. */
export function readRoles(resources: TemplateResources): ReadonlyMap<string, Role> {
  const attached = ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"].flatMap((type) =>
    resources.ofType(type, policyForm),
  );
  const isAttached = (role: string, managed: readonly string[]) => (policy: (typeof attached)[number]) =>
    policy.properties.Roles.includes(role) || managed.includes(policy.arn);
  const roles = resources.ofType("AWS::IAM::Role", roleForm).map(({ name, arn, properties }): Role => {
    const own = attached.filter(isAttached(name, properties.ManagedPolicyArns));
    const managed = properties.ManagedPolicyArns.filter((policy) => own.every(({ arn }) => arn !== policy)).map(
      (policy) => ({ policy, document: AWS_MANAGED_POLICIES[policy.replace(/^arn:aws:iam::aws:/u, "")] }),
    );
    return {
      arn,
      name,
      trust: properties.AssumeRolePolicyDocument,
      policies: [
        ...properties.Policies.map(({ PolicyName, PolicyDocument }) => ({
          name: PolicyName,
          document: PolicyDocument,
        })),
        ...own.map(({ id, properties: { PolicyDocument } }) => ({ name: id, document: PolicyDocument })),
        ...managed.flatMap(({ policy, document }) => (document === undefined ? [] : [{ name: policy, document }])),
      ],
      unknownPolicies: managed.filter(({ document }) => document === undefined).map(({ policy }) => policy),
    };
  });
  return new Map(roles.map((role) => [role.arn, role]));
}

const bucketPolicyForm = z.object({ Bucket: z.string(), PolicyDocument: document });
const queuePolicyForm = z.object({ Queues: z.array(z.string()), PolicyDocument: document });
const permissionForm = z.object({
  FunctionName: z.string(),
  Action: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
});

/** Policies that stand with a resource: of buckets, of queues, and the permissions of functions as one. By ARN. */
export function readResourcePolicies(
  resources: TemplateResources,
  { buckets, queues, functions }: Pick<Stack, "buckets" | "queues" | "functions">,
): ReadonlyMap<string, PolicyDocument> {
  const ofBuckets = resources.ofType("AWS::S3::BucketPolicy", bucketPolicyForm);
  const ofQueues = resources.ofType("AWS::SQS::QueuePolicy", queuePolicyForm);
  const permissions = resources.ofType("AWS::Lambda::Permission", permissionForm).map(({ properties }) => properties);
  const entries = [
    ...buckets.map(({ name, arn }) => [arn, ofBuckets.find(({ properties }) => properties.Bucket === name)] as const),
    ...queues.map(({ url, arn }) => [arn, ofQueues.find(({ properties }) => properties.Queues.includes(url))] as const),
  ];
  return new Map<string, PolicyDocument>([
    ...entries.flatMap(([arn, policy]) => (policy ? [[arn, policy.properties.PolicyDocument] as const] : [])),
    ...functions.map(({ name, arn }) => {
      const own = permissions.filter(({ FunctionName }) => FunctionName === name || FunctionName === arn);
      return [arn, permissionsDocument(arn, own)] as const;
    }),
  ]);
}

function permissionsDocument(arn: string, permissions: readonly z.output<typeof permissionForm>[]): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: permissions.map(({ Action, Principal, SourceArn, SourceAccount }) => ({
      Effect: "Allow",
      Principal: Principal.includes("amazonaws.com") ? { Service: Principal } : { AWS: Principal },
      Action,
      Resource: arn,
      Condition: {
        ...(SourceArn === undefined ? {} : { ArnLike: { "aws:SourceArn": SourceArn } }),
        ...(SourceAccount === undefined ? {} : { StringEquals: { "aws:SourceAccount": SourceAccount } }),
      },
    })),
  };
}
