import { GetParameterCommand, type SSMClient } from "@aws-sdk/client-ssm";
import { deliveryCall } from "./delivery-call.ts";

/** Reads a SecureString of Parameter Store. Rejects with a `DeliveryError` where there is none to be had. */
export function ssmSecret(client: SSMClient, name: string): () => Promise<string> {
  return async () => {
    const command = new GetParameterCommand({ Name: name, WithDecryption: true });
    const { Parameter } = await deliveryCall(`Parameter Store, asked for ${name}`, (options) =>
      client.send(command, options),
    );
    return Parameter?.Value?.trim() ?? "";
  };
}
