import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { SECOND } from "../../shared/time.ts";
import type { Stack } from "../stack/stack.ts";
import type { EmbeddedServers } from "./open-servers.ts";

/** The embedded servers as whoever watches the rehearsal sees them: past the gateway, unjudged and uncounted. */
export interface Observer {
  readonly dynamodb: DynamoDBClient;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
}

export function connectObserver(region: string, endpoints: EmbeddedServers["endpoints"]): Observer {
  const account = { region, credentials: { accessKeyId: "observer", secretAccessKey: "observer" } };
  return {
    dynamodb: new DynamoDBClient({ ...account, endpoint: endpoints.dynamodb }),
    s3: new S3Client({ ...account, endpoint: endpoints.s3, forcePathStyle: true }),
    sqs: new SQSClient({ ...account, endpoint: endpoints.sqs }),
  };
}

/** Creates the stack's tables, queues and buckets, as its template describes them. */
export async function createResources({ dynamodb, s3, sqs }: Observer, stack: Stack): Promise<void> {
  // A table's properties are checked by the server, as they would be by DynamoDB.
  for (const { definition } of stack.tables)
    await dynamodb.send(new CreateTableCommand(definition as unknown as CreateTableCommandInput));
  // Whose dead letters go elsewhere comes after that elsewhere.
  const queues = stack.queues.toSorted((a, b) => Number(a.redrive !== undefined) - Number(b.redrive !== undefined));
  for (const { name, visibilityMs, delayMs, redrive } of queues) {
    const Attributes = {
      VisibilityTimeout: String(visibilityMs / SECOND),
      DelaySeconds: String(delayMs / SECOND),
      ...(redrive === undefined ? {} : { RedrivePolicy: JSON.stringify(redrive) }),
    };
    await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }));
  }
  for (const { name } of stack.buckets) await s3.send(new CreateBucketCommand({ Bucket: name }));
}
