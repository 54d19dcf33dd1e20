import type { Tracer as PowertoolsTracer } from "@aws-lambda-powertools/tracer";

/** Stands in the bundles of functions whose requests are not traced for the tracer of Powertools (infra/program-function.ts). */
export class Tracer
  implements
    Pick<
      PowertoolsTracer,
      | "addErrorAsMetadata"
      | "addServiceNameAnnotation"
      | "annotateColdStart"
      | "captureAWSv3Client"
      | "getSegment"
      | "isTracingEnabled"
      | "setSegment"
    >
{
  isTracingEnabled(): boolean {
    return false;
  }
  captureAWSv3Client<Client>(client: Client): Client {
    return client;
  }
  getSegment(): undefined {
    return undefined;
  }
  setSegment(): void {}
  annotateColdStart(): void {}
  addServiceNameAnnotation(): void {}
  addErrorAsMetadata(): void {}
}
