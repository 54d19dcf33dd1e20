import { once } from "node:events";
import { createServer } from "node:http";
import type { EmbeddedServer } from "./embedded-aws.ts";

/** What the account that is played holds; a test changes it as it goes. */
export interface FakeAccount {
  readonly stacks: Record<string, FakeStack>;
  /** Answers every request with this error, as AWS names it. */
  refuses?: { readonly code: string; readonly message: string };
}

export interface FakeStack {
  readonly status: string;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly template?: object;
  /** Physical names by logical id. */
  readonly names?: Readonly<Record<string, string>>;
}

/** STS and CloudFormation in their Query protocol, form in and XML out, as far as the command line asks. */
export async function serveAccount(account: FakeAccount): Promise<EmbeddedServer> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const form = new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
    const { status, body } = answer(account, form);
    response.writeHead(status, { "content-type": "text/xml" }).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer({ stacks, refuses }: FakeAccount, form: URLSearchParams): { status: number; body: string } {
  if (refuses !== undefined) return failure(403, refuses.code, refuses.message);
  const action = form.get("Action") ?? "";
  if (action === "GetCallerIdentity")
    return success(
      action,
      "<Arn>arn:aws:iam::123456789012:user/analyst</Arn><UserId>U</UserId><Account>123456789012</Account>",
    );
  const name = form.get("StackName") ?? "";
  const stack = stacks[name];
  if (stack === undefined) return failure(400, "ValidationError", `Stack with id ${name} does not exist`);
  switch (action) {
    case "DescribeStacks":
      return success(action, `<Stacks>${member(stackXml(name, stack))}</Stacks>`);
    case "GetTemplate":
      return success(action, element("TemplateBody", JSON.stringify(stack.template)));
    case "DescribeStackResources":
      return success(
        action,
        `<StackResources>${Object.entries(stack.names ?? {})
          .map(resourceXml)
          .join("")}</StackResources>`,
      );
    default:
      return failure(400, "InvalidAction", `Could not find operation ${action}`);
  }
}

function stackXml(name: string, { status, outputs = {} }: FakeStack): string {
  const listed = Object.entries(outputs).map(([key, value]) =>
    member(element("OutputKey", key) + element("OutputValue", value)),
  );
  return `${element("StackName", name)}${element("StackStatus", status)}<CreationTime>2026-02-10T00:00:00Z</CreationTime><Outputs>${listed.join("")}</Outputs>`;
}

function resourceXml([id, name]: readonly [string, string]): string {
  return member(
    `${element("LogicalResourceId", id)}${element("PhysicalResourceId", name)}<ResourceType>T</ResourceType><Timestamp>2026-02-10T00:00:00Z</Timestamp><ResourceStatus>CREATE_COMPLETE</ResourceStatus>`,
  );
}

function success(action: string, result: string) {
  return { status: 200, body: `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>` };
}

function failure(status: number, code: string, message: string) {
  const error = `<Type>Sender</Type>${element("Code", code)}${element("Message", message)}`;
  return { status, body: `<ErrorResponse><Error>${error}</Error><RequestId>r</RequestId></ErrorResponse>` };
}

function member(xml: string): string {
  return `<member>${xml}</member>`;
}

function element(name: string, text: string): string {
  return `<${name}>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</${name}>`;
}
