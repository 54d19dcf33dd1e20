import { createServer, type IncomingMessage } from "node:http";
import type { Judge, Principal } from "../iam/judge.ts";
import { listen } from "../listen.ts";
import type { SimulatedClock } from "../time/simulated-clock.ts";
import {
  type Answer,
  type Call,
  type Protocol,
  type Request,
  SERVICES,
  type ServiceName,
  UnknownCall,
} from "./call.ts";
import { askingForCapacity, type Capacity, takeCapacity } from "./capacity.ts";
import { dynamodb } from "./dynamodb.ts";
import { endToEnd, type Upstream } from "./forward.ts";
import { s3, toLearnOfAbsence } from "./s3.ts";
import { sqs } from "./sqs.ts";

export interface GatewayDeps {
  readonly clock: SimulatedClock;
  readonly place: { readonly account: string; readonly region: string };
  readonly upstreams: Readonly<Record<ServiceName, Upstream>>;
  /** Whose access key it is. */
  caller(accessKey: string): Caller | undefined;
  readonly judge: Judge["judge"];
  /** Called after every request; the answer is held until it is done. */
  onCall(done: DoneCall): Promise<void>;
}

export interface Caller {
  readonly name: string;
  readonly principal: Principal;
}

/** A request that was answered, and how. */
export interface DoneCall {
  readonly caller: string;
  readonly call: Call;
  readonly request: Request;
  readonly answer: Answer;
  readonly capacities: readonly Capacity[];
  /** Why it was refused. */
  readonly denied?: string;
}

type Outcome = Pick<DoneCall, "call" | "answer"> & Partial<DoneCall>;

export interface Gateway {
  /** `http://127.0.0.1:<port>`. */
  readonly endpoint: string;
  close(): Promise<void>;
}

const PROTOCOLS: Readonly<Record<ServiceName, Protocol>> = { dynamodb, s3, sqs };

/**
 * Stands on 127.0.0.1 between the functions and the embedded servers: every request is judged by the policies of whoever
 * signed it, and what they do not allow is refused as the service itself would.
 */
export async function serveGateway(deps: GatewayDeps): Promise<Gateway> {
  const server = createServer(async (incoming, response) => {
    const request = await receive(incoming);
    const { status, headers, body } = await answerTo(deps, request).catch(
      (error: unknown): Answer => ({ status: 500, headers: {}, body: Buffer.from(String(error)) }),
    );
    const length = incoming.method === "HEAD" ? {} : { "content-length": body.length };
    response.writeHead(status, { ...headers, ...length }).end(incoming.method === "HEAD" ? undefined : body);
  });
  const port = await listen(server);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function receive(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return {
    method: incoming.method ?? "GET",
    path: incoming.url ?? "/",
    headers: endToEnd(incoming.headers),
    body: Buffer.concat(chunks),
  };
}

async function answerTo(deps: GatewayDeps, request: Request): Promise<Answer> {
  const { accessKey, service } = signatureOf(request);
  const caller = deps.caller(accessKey);
  if (caller === undefined) throw new Error(`nobody has the access key "${accessKey}"`);
  const outcome = isService(service) ? await handle(deps, caller, service, request) : unknown(caller, service);
  await deps.onCall({ caller: caller.name, request, capacities: [], ...outcome });
  return outcome.answer;
}

async function handle(deps: GatewayDeps, caller: Caller, service: ServiceName, request: Request): Promise<Outcome> {
  const protocol = PROTOCOLS[service];
  const refuse = (call: Call, reason: string): Outcome => {
    return { call, answer: protocol.refuse(`User: ${reason}`), denied: reason };
  };
  const call = readCall(protocol, service, request, deps.place);
  if (call instanceof UnknownCall)
    return refuse({ service, operation: "unknown", accesses: [] }, `${caller.name}: ${call.message}`);
  const reason = await denialOf(deps, caller, call.accesses);
  if (reason !== undefined) return refuse(call, reason);

  const asking = service === "dynamodb" ? askingForCapacity(request, call.operation) : undefined;
  const answer = await deps.upstreams[service].send(asking ?? request, deps.clock.now());
  if (asking !== undefined) return { call, ...takeCapacity(request, call.operation, answer) };
  if (service === "s3" && answer.status === 404) {
    const hidden = await denialOf(deps, caller, [toLearnOfAbsence(request)]);
    if (hidden !== undefined) return refuse(call, `${hidden}, so it is not told that there is no such object`);
  }
  return { call, answer };
}

/** A service that is not rehearsed; most of them say no as DynamoDB does. */
function unknown({ name }: Caller, service: string): Outcome {
  const denied = `${name}: ${service || "an unsigned request"} is not known to the rehearsal`;
  return { call: { service, operation: "unknown", accesses: [] }, answer: dynamodb.refuse(denied), denied };
}

function readCall(protocol: Protocol, service: ServiceName, request: Request, place: GatewayDeps["place"]) {
  try {
    return protocol.read(request, place);
  } catch (error) {
    return error instanceof UnknownCall ? error : new UnknownCall(`${service}: ${error}`);
  }
}

/** Why the caller may not, or undefined where it may. */
async function denialOf(deps: GatewayDeps, { principal }: Caller, accesses: Call["accesses"]) {
  for (const access of accesses) {
    const verdict = await deps.judge(principal, access);
    if (!verdict.isAllowed) return verdict.reason;
  }
  return undefined;
}

/** Who signed, and for which service: `Credential=<key>/<date>/<region>/<service>/aws4_request` (Signature Version 4). */
function signatureOf({ headers }: Request): { readonly accessKey: string; readonly service: string } {
  const [, accessKey = "", service = ""] =
    /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\/aws4_request/u.exec(headers.authorization ?? "") ?? [];
  return { accessKey, service };
}

function isService(name: string): name is ServiceName {
  return SERVICES.some((service) => service === name);
}
