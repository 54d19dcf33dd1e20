import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { StackAssembly } from "./assembly/read-assembly.ts";
import { connectObserver, createResources, type Observer } from "./embedded/create-resources.ts";
import { openServers } from "./embedded/open-servers.ts";
import type { XrayDaemon } from "./embedded/serve-xray.ts";
import { type Caller, type DoneCall, serveGateway } from "./gateway/serve-gateway.ts";
import { missingDeadLetterRights } from "./iam/dead-letter-rights.ts";
import { missingRights } from "./iam/function-rights.ts";
import { createJudge } from "./iam/judge.ts";
import { buildBootstrap } from "./lambda/build-bootstrap.ts";
import { createFunctionHost, type FunctionHost, type Invocation } from "./lambda/function-host.ts";
import type { Findings } from "./report/findings.ts";
import { type Cloud, label } from "./services/cloud.ts";
import type { Poller } from "./services/event-source.ts";
import { tellOfObject } from "./services/object-events.ts";
import { expectMessages, startPollers } from "./services/pollers.ts";
import { startSchedule } from "./services/scheduler.ts";
import { deployProblems } from "./stack/deploy-problems.ts";
import { ACCOUNT, REGION } from "./stack/identities.ts";
import { readStack } from "./stack/read-stack.ts";
import { createAgenda } from "./time/agenda.ts";
import type { SimulatedClock } from "./time/simulated-clock.ts";

export interface CloudOptions {
  readonly assembly: StackAssembly;
  readonly clock: SimulatedClock;
  readonly pressPort: number;
  /** An empty one, for code; it has no `node_modules` above it. */
  readonly folder: string;
  readonly findings: Findings;
  /** Called after every call of AWS, with everything a function writes, and after every invocation. */
  onCall(done: DoneCall): void;
  onOutput(fn: string, chunk: Buffer): void;
  onInvocation(invocation: Invocation): void;
}

/** A rehearsed AWS, with the stack's resources created and nothing happening yet. */
export interface OpenCloud extends Cloud {
  readonly observer: Observer;
  /** AWS by way of the gateway, in the name of whoever deploys. */
  readonly deployer: { readonly s3: S3Client; readonly sqs: SQSClient };
  /** Which program serves as DynamoDB. */
  readonly database: string;
  /** Types of resources that are not rehearsed. */
  readonly leftOut: readonly string[];
  readonly traces: XrayDaemon["received"];
  /** Lets event sources and schedules begin, as far as AWS would accept them. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const DEPLOYER = "deployer";

export async function openCloud(options: CloudOptions): Promise<OpenCloud> {
  const { assembly, clock, findings } = options;
  const region = assembly.region ?? REGION;
  const servers = await openServers(region, clock.now());
  const callers = new Map<string, Caller>([[DEPLOYER, { name: DEPLOYER, principal: { kind: "deployer" } }]]);
  const hosts = new Map<string, FunctionHost>();
  const pollers: Poller[] = [];
  let cloud: Cloud | undefined;

  const opened = (): Cloud => {
    if (cloud === undefined) throw new Error("the stack is not created yet");
    return cloud;
  };
  const onCall = async (done: DoneCall): Promise<void> => {
    options.onCall(done);
    if (done.denied !== undefined) findings.add("denied", done.denied);
    expectMessages(done, pollers, clock.now());
    await tellOfObject(opened(), done);
  };
  const gateway = await serveGateway({
    clock,
    place: { account: ACCOUNT, region },
    upstreams: servers.upstreams,
    caller: (key) => callers.get(key),
    judge: async (principal, access) => await opened().judge.judge(principal, access),
    onCall,
  });
  const close = async () => {
    await Promise.all([...hosts.values()].map((host) => host.close()));
    await gateway.close();
    await servers.close();
  };

  try {
    const { stack, leftOut, unknownTypes } = readStack(assembly, (name) => `${gateway.endpoint}/${ACCOUNT}/${name}`);
    const observer = connectObserver(region, servers.endpoints);
    await createResources(observer, stack);
    const bootstrap = await buildBootstrap(options.folder);
    const as = (accessKeyId: string) => {
      return { region, endpoint: gateway.endpoint, credentials: { accessKeyId, secretAccessKey: "rehearsal" } };
    };
    for (const fn of stack.functions) {
      callers.set(fn.id, { name: label(fn), principal: { kind: "role", role: fn.role, session: fn.name } });
      const host = createFunctionHost({
        ...{ fn, clock, bootstrap, pressPort: options.pressPort, folder: options.folder },
        surroundings: { region, endpoint: gateway.endpoint, xrayDaemon: servers.xray.address, accessKey: fn.id },
        onOutput: (chunk) => options.onOutput(label(fn), chunk),
        onInvocation: (invocation) => options.onInvocation(invocation),
      });
      hosts.set(fn.arn, host);
    }
    const judge = createJudge(stack);
    cloud = { stack, clock, agenda: createAgenda(), judge, findings, hosts, sqsAs: ({ id }) => new SQSClient(as(id)) };
    return {
      ...cloud,
      observer,
      deployer: { s3: new S3Client({ ...as(DEPLOYER), forcePathStyle: true }), sqs: new SQSClient(as(DEPLOYER)) },
      database: servers.database,
      leftOut,
      traces: servers.xray.received,
      start: async () => {
        for (const type of unknownTypes) findings.add("not rehearsed", `resources of type ${type}`);
        for (const problem of deployProblems(stack)) findings.add("deploy", problem);
        for (const fn of stack.functions)
          for (const right of await missingRights(stack, judge, fn)) findings.add("denied", right);
        for (const right of await missingDeadLetterRights(stack, judge)) findings.add("denied", right);
        pollers.push(...(await startPollers(opened())));
        for (const schedule of stack.schedules) await startSchedule(opened(), schedule);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
