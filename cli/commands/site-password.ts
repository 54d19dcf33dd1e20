import process from "node:process";
import { connectCloud } from "../cloud/connect.ts";
import { newPassword, setSitePassword } from "../cloud/site-password.ts";
import { stackOutput } from "../cloud/stack.ts";
import { readSecret } from "../read-secret.ts";
import { UsageError } from "../usage-error.ts";

/** Below it, a password can be found by trying. */
const SHORTEST = 12;

/** Gives the site a new password, made here and shown once; or, with `set`, the one that is typed. */
export async function sitePassword({ set = false }: { readonly set?: boolean }): Promise<void> {
  const { cloudFormation, keyValueStore } = connectCloud();
  const store = await stackOutput(cloudFormation, "SitePasswordStoreArn");
  const address = await stackOutput(cloudFormation, "SiteAddress");
  const password = set ? await typedPassword() : newPassword();
  await setSitePassword(keyValueStore, store, password);
  if (!set) process.stdout.write(`${password}\n`);
  process.stderr.write(
    `This is now the password of ${address}, with any user name. ${set ? "" : "It is shown only now and stored nowhere: keep it. "}It reaches all readers within seconds.\n`,
  );
}

async function typedPassword(): Promise<string> {
  const typed = await readSecret("New password (not shown): ");
  if (typed.length < SHORTEST) throw new UsageError(`too short: ${SHORTEST} characters at least`);
  return typed;
}
