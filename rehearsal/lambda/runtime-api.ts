import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import { listen } from "../listen.ts";
import { INVOKED_AT_HEADER, type ProcessReport, REPORT_HEADER } from "./protocol.ts";

/** What a function's process is handed. */
export interface Delivery {
  readonly requestId: string;
  readonly event: string;
  readonly functionArn: string;
  /** Simulated time, epoch milliseconds. */
  readonly nowMs: number;
  readonly deadlineMs: number;
  readonly traceId?: string;
}

/** What a function's process said. */
export type Word =
  /** It has loaded its handler and asks for work. */
  | { readonly kind: "ready" }
  | { readonly kind: "answered"; readonly payload: string; readonly report: ProcessReport }
  | { readonly kind: "failed"; readonly error: FunctionError; readonly report: ProcessReport }
  | { readonly kind: "not-initialised"; readonly error: FunctionError };

export interface FunctionError {
  /** `Runtime.ImportModuleError`. */
  readonly type: string;
  readonly message: string;
}

export interface RuntimeApi {
  /** `127.0.0.1:<port>`. */
  readonly address: string;
  /** Hands over an invocation to the process that is ready. */
  deliver(delivery: Delivery): void;
  close(): Promise<void>;
}

const VERSION = "/2018-06-01/runtime";
const errorForm = z.object({ errorType: z.string().catch("Error"), errorMessage: z.string().catch("") });
const reportForm = z.object({
  peakKb: z.number(),
  refused: z.array(z.string()),
  sentBytes: z.number(),
  receivedBytes: z.number(),
}) satisfies z.ZodType<ProcessReport>;

/** Lambda's Runtime API for one function, on a free port of 127.0.0.1. */
export async function serveRuntimeApi(onWord: (word: Word) => void): Promise<RuntimeApi> {
  let waiting: ServerResponse | undefined;
  const server = createServer(async (request, response) => {
    if (request.method === "GET" && request.url === `${VERSION}/invocation/next`) {
      waiting = response;
      return onWord({ kind: "ready" });
    }
    const body = await textOf(request);
    response.writeHead(202).end();
    onWord(wordOf(request, body));
  });
  const port = await listen(server);
  return {
    address: `127.0.0.1:${port}`,
    deliver: ({ requestId, event, functionArn, nowMs, deadlineMs, traceId }) => {
      waiting
        ?.writeHead(200, {
          "lambda-runtime-aws-request-id": requestId,
          "lambda-runtime-deadline-ms": deadlineMs,
          "lambda-runtime-invoked-function-arn": functionArn,
          ...(traceId === undefined ? {} : { "lambda-runtime-trace-id": traceId }),
          [INVOKED_AT_HEADER]: nowMs,
        })
        .end(event);
      waiting = undefined;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function wordOf({ url = "", headers }: IncomingMessage, body: string): Word {
  const report = () => reportForm.parse(JSON.parse(String(headers[REPORT_HEADER])));
  const error = () => {
    const { errorType, errorMessage } = errorForm.parse(JSON.parse(body));
    return { type: errorType, message: errorMessage };
  };
  if (url === `${VERSION}/init/error`) return { kind: "not-initialised", error: error() };
  if (url.endsWith("/response")) return { kind: "answered", payload: body, report: report() };
  return { kind: "failed", error: error(), report: report() };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
