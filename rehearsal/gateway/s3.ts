import type { Access } from "../iam/judge.ts";
import { type Call, type Protocol, type Request, UnknownCall } from "./call.ts";

interface Route {
  readonly operation: string;
  readonly action: string;
  readonly on: "bucket" | "object";
}

/** Method, what the path names, and the query that marks a sub-resource → operation (Amazon S3 API Reference). */
const ROUTES: Readonly<Record<string, Route>> = {
  "DELETE object": { operation: "DeleteObject", action: "s3:DeleteObject", on: "object" },
  "GET bucket": { operation: "ListObjects", action: "s3:ListBucket", on: "bucket" },
  "GET bucket?list-type": { operation: "ListObjectsV2", action: "s3:ListBucket", on: "bucket" },
  "GET object": { operation: "GetObject", action: "s3:GetObject", on: "object" },
  "HEAD bucket": { operation: "HeadBucket", action: "s3:ListBucket", on: "bucket" },
  "HEAD object": { operation: "HeadObject", action: "s3:GetObject", on: "object" },
  "PUT object": { operation: "PutObject", action: "s3:PutObject", on: "object" },
};

/** Parameters that make another operation of a request. */
const SUBRESOURCES = [
  "acl",
  "delete",
  "list-type",
  "policy",
  "tagging",
  "uploadId",
  "uploads",
  "versionId",
  "versions",
];

/** A request in S3's path style: `/bucket/key?query`. */
export function addressOf({ path }: Pick<Request, "path">) {
  const { pathname, searchParams } = new URL(path, "http://gateway");
  const [, bucket = "", ...parts] = pathname.split("/");
  return { bucket, key: decodeURIComponent(parts.join("/")), query: searchParams };
}

/** S3's REST protocol. */
export const s3: Protocol = {
  read: (request): Call => {
    const { bucket, key, query } = addressOf(request);
    const marks = SUBRESOURCES.filter((name) => query.has(name)).map((name) => `?${name}`);
    const asked = `${request.method} ${key === "" ? "bucket" : "object"}${marks.join("")}`;
    const route = request.headers["x-amz-copy-source"] === undefined ? ROUTES[asked] : undefined;
    if (route === undefined) throw new UnknownCall(`s3: ${asked} is not known to the rehearsal`);
    const { operation, action, on } = route;
    const prefix = query.get("prefix");
    const access: Access = {
      action,
      resource: on === "bucket" ? bucketArn(bucket) : `${bucketArn(bucket)}/${key}`,
      ...(prefix === null ? {} : { context: { "s3:prefix": prefix } }),
    };
    return { service: "s3", operation, accesses: [access] };
  },
  refuse: (message) => ({
    status: 403,
    headers: { "content-type": "application/xml" },
    body: Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>${message.replaceAll("<", "&lt;")}</Message><RequestId>rehearsal</RequestId></Error>`,
    ),
  }),
};

/**
 * S3 tells that an object is absent only to who may list its bucket; everybody else is told that access is denied.
 * ("GetObject", Permissions.) The access that is needed to be told of it.
 */
export function toLearnOfAbsence(request: Request): Access {
  return { action: "s3:ListBucket", resource: bucketArn(addressOf(request).bucket) };
}

function bucketArn(bucket: string): string {
  return `arn:aws:s3:::${bucket}`;
}
