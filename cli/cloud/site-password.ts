import { randomBytes, randomInt } from "node:crypto";
import {
  type CloudFrontKeyValueStoreClient,
  DescribeKeyValueStoreCommand,
  UpdateKeysCommand,
} from "@aws-sdk/client-cloudfront-keyvaluestore";
import { SITE_PASSWORD_KEY, sitePasswordRecord } from "../../shared/cloud/site-password.ts";

/** Letters and digits that no one takes for another, read aloud or in any typeface. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
/** Five groups of four: 31^20, 99 bits. */
const GROUPS = 5;
const GROUP = 4;
const SALT_BYTES = 16;

/** A password that cannot be guessed and can be dictated: `k7wq-3mhd-…`. */
export function newPassword(): string {
  const group = () => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}

/** Makes it the site's password, everywhere within seconds; the one before is gone. Only its salted hash is stored. */
export async function setSitePassword(
  client: CloudFrontKeyValueStoreClient,
  storeArn: string,
  password: string,
): Promise<void> {
  const { ETag } = await client.send(new DescribeKeyValueStoreCommand({ KvsARN: storeArn }));
  const Value = sitePasswordRecord(password, randomBytes(SALT_BYTES).toString("hex"));
  await client.send(
    new UpdateKeysCommand({ KvsARN: storeArn, IfMatch: ETag, Puts: [{ Key: SITE_PASSWORD_KEY, Value }] }),
  );
}
