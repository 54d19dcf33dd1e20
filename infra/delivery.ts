import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { Delivery } from "../shared/model.ts";
import type { Store } from "./store.ts";

/** Where the deployer puts the webhook's secret address, as a SecureString (watch/monitor.yaml says how). */
const WEBHOOK_PARAMETER = "/mizan/webhook-address";

/** Lets `fn` deliver digests as the watchlist asks, and count what failed; and tells it what it needs for that. */
export function grantDelivery(fn: LambdaFunction, { email, webhook }: Delivery, store: Store): void {
  store.grant(fn, ["UpdateItem"]);
  fn.addEnvironment("MAY_DELIVER", "yes");
  if (email !== undefined) fn.addToRolePolicy(sending(email, Stack.of(fn)));
  if (webhook !== undefined) {
    // The account's own key for parameters lets whoever may read one decrypt it (AWS KMS developer guide).
    const parameter = { service: "ssm", resource: "parameter", resourceName: WEBHOOK_PARAMETER.slice(1) };
    const resources = [Stack.of(fn).formatArn(parameter)];
    fn.addToRolePolicy(new PolicyStatement({ actions: ["ssm:GetParameter"], resources }));
    fn.addEnvironment("WEBHOOK_PARAMETER", WEBHOOK_PARAMETER);
  }
}

/**
 * Sending as this one address. SES asks for the identity that stands for it, which is the address or its domain,
 * whichever was verified; in its sandbox it asks for those of the readers as well (aws-sdk-js issue 3641). Whatever the
 * identity, the condition holds the sender to the address.
 */
function sending({ from, to }: NonNullable<Delivery["email"]>, stack: Stack): PolicyStatement {
  const identities = new Set(
    [from, ...to].flatMap((address) => [address, address.slice(address.lastIndexOf("@") + 1)]),
  );
  return new PolicyStatement({
    actions: ["ses:SendEmail"],
    resources: [...identities].map((resourceName) =>
      stack.formatArn({ service: "ses", resource: "identity", resourceName }),
    ),
    conditions: { StringEquals: { "ses:FromAddress": from } },
  });
}
