import { Agent, type IncomingHttpHeaders, request } from "node:http";
import process from "node:process";
import { functionWorld } from "./function-world.ts";
import { INVOKED_AT_HEADER, type ProcessReport, REPORT_HEADER } from "./protocol.ts";

/**
 * Stands in for `rapid-client.node`, the runtime client's native part, which speaks to Lambda's Runtime API over HTTP
 * (AWS Lambda Developer Guide, "Using the Lambda runtime API"). Leads the process's clock with every invocation, and
 * tells the rehearsal with every answer what Lambda would measure from outside.
 */

interface Reply {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation`;
let posting: Promise<unknown> = Promise.resolve();

export async function next(): Promise<{ readonly bodyJson: string; readonly headers: IncomingHttpHeaders }> {
  await posting;
  const { headers, body } = await send("GET", "/next");
  functionWorld().date.set(Number(headers[INVOKED_AT_HEADER]));
  return { bodyJson: body, headers };
}

export function done(id: string, body: string): void {
  posting = send("POST", `/${id}/response`, body);
}

export function error(id: string, body: string): void {
  posting = send("POST", `/${id}/error`, body);
}

function send(method: "GET" | "POST", path: string, body?: string): Promise<Reply> {
  const headers = body === undefined ? {} : { [REPORT_HEADER]: JSON.stringify(reportOf()) };
  return new Promise((resolve, reject) => {
    const sent = request(`${api}${path}`, { method, agent, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ headers: response.headers, body: Buffer.concat(chunks).toString("utf8") });
    });
    sent.on("error", reject).end(body);
  });
}

function reportOf(): ProcessReport {
  return { peakKb: process.resourceUsage().maxRSS, ...functionWorld().network.traffic() };
}
