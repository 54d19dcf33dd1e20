import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { ObjectStore } from "../../shared/pipeline/ports.ts";

/** Objects that can be removed as well. */
export interface Bucket extends ObjectStore {
  /** No effect where there is none. */
  remove(key: string): Promise<void>;
}

/** A bucket as the analyst's machine sees it, below a prefix that stands before every key: `active/`. */
export function bucketObjects(client: S3Client, bucket: string, prefix = ""): Bucket {
  const at = (key: string) => ({ Bucket: bucket, Key: `${prefix}${key}` });
  return {
    put: async (key, body, contentType) => {
      const Body = typeof body === "string" ? Buffer.from(body) : body;
      // Told of no length, the SDK takes an empty body for a stream, and warns.
      const ContentLength = Body.byteLength;
      await client.send(new PutObjectCommand({ ...at(key), Body, ContentLength, ContentType: contentType }));
    },
    get: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(key)));
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
    remove: async (key) => {
      await client.send(new DeleteObjectCommand(at(key)));
    },
  };
}
