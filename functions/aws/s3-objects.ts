import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { ObjectStore } from "../../shared/pipeline/ports.ts";

/** How long a reader's browser may keep a page, in seconds: the sooner it can change, the shorter. */
const MAX_AGE_S: Readonly<Record<string, number>> = {
  "application/atom+xml": 300, // asked for by feed readers, who come back every few minutes
  "text/css": 3_600,
  "text/html": 60, // today's digest so far is written again during the day
  "image/svg+xml": 86_400,
};
/** The digest as data: written with its page, read by programs. */
const OTHER_MAX_AGE_S = 300;

export interface BucketOptions {
  readonly client: S3Client;
  readonly bucket: string;
  /** Stands before every key: `active/`. */
  readonly prefix?: string;
}

/** Objects in an S3 bucket, below a prefix. Whoever reads one that may be absent needs `s3:ListBucket` to be told so. */
export function s3Objects({ client, bucket, prefix = "" }: BucketOptions): ObjectStore {
  return {
    put: async (key, body, contentType) => {
      // As bytes and counted: of an empty text the SDK sends no length, which S3 refuses.
      const bytes = Buffer.from(body);
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: `${prefix}${key}`,
          Body: bytes,
          ContentLength: bytes.byteLength,
          ContentType: contentType,
          CacheControl: `max-age=${maxAgeOf(contentType)}`,
        }),
      );
    },
    get: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: `${prefix}${key}` }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    list: async (start) => {
      const keys: string[] = [];
      const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: `${prefix}${start}` });
      for await (const { Contents = [] } of pages) {
        for (const { Key } of Contents) if (Key !== undefined) keys.push(Key.slice(prefix.length));
      }
      return keys.toSorted();
    },
  };
}

function maxAgeOf(contentType: string): number {
  const [type = ""] = contentType.split(";");
  return MAX_AGE_S[type] ?? OTHER_MAX_AGE_S;
}
