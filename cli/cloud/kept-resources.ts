import type { Template } from "./template.ts";

/** A resource that outlives its stack. */
export interface KeptResource {
  readonly type: string;
  /** Its name in the account. */
  readonly name: string;
}

/** Which resources of a stack are kept when it is deleted: those whose template says so. */
export function keptResources(template: Template, names: Readonly<Record<string, string>>): readonly KeptResource[] {
  return Object.entries(template.Resources)
    .filter(([, { DeletionPolicy }]) => DeletionPolicy === "Retain")
    .map(([id, { Type }]) => ({ type: Type, name: names[id] ?? id }));
}

/** How each type is deleted by hand, with the AWS command line. */
const DELETION: Readonly<Record<string, (name: string) => readonly string[]>> = {
  "AWS::DynamoDB::Table": (name) => [
    `aws dynamodb update-table --table-name ${name} --no-deletion-protection-enabled`,
    `aws dynamodb delete-table --table-name ${name}`,
  ],
  "AWS::Logs::LogGroup": (name) => [`aws logs delete-log-group --log-group-name ${name}`],
  "AWS::S3::Bucket": (name) => [`aws s3 rb --force s3://${name}`],
};

/** The commands that delete it; without one known, where to. */
export function howToDelete({ type, name }: KeptResource): readonly string[] {
  return DELETION[type]?.(name) ?? [`in the console: ${type} ${name}`];
}
