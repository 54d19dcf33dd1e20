import { type EmbeddedServer, hasDynoxide, serveDynalite, serveDynoxide } from "../../test/support/embedded-aws.ts";

/** DynamoDB: dynoxide, the closer one, where it runs; elsewhere dynalite, which counts no write units of indexes. */
export async function serveDynamo(): Promise<EmbeddedServer & { readonly program: "dynoxide" | "dynalite" }> {
  return hasDynoxide
    ? { program: "dynoxide", ...(await serveDynoxide()) }
    : { program: "dynalite", ...(await serveDynalite()) };
}
