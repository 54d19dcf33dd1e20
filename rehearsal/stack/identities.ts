import { createHash } from "node:crypto";

/** Where the stack is rehearsed. */
export interface Place {
  readonly account: string;
  readonly region: string;
  /** The address of the queue of that name: the gateway's, where AWS would give its own. */
  readonly queueUrl: (name: string) => string;
}

/** The account of fauxqs, which its ARNs carry. */
export const ACCOUNT = "000000000000";
/** Where a stack is rehearsed that is bound to no region. */
export const REGION = "eu-central-1";

type Attribute = (name: string, place: Place) => string;

/** What a resource of one type is called, and what `Ref` and `Fn::GetAtt` give for it (CloudFormation, "Return values"). */
export interface Identity {
  /** The property that names it; without one, CloudFormation makes a name of at most `longest` characters. */
  readonly property: string;
  readonly longest: number;
  readonly ref: Attribute;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

const arn = (service: string, resource: Attribute): Attribute => {
  return (name, place) => `arn:aws:${service}:${place.region}:${place.account}:${resource(name, place)}`;
};
const global = (service: string, resource: Attribute): Attribute => {
  return (name, place) => `arn:aws:${service}::${place.account}:${resource(name, place)}`;
};
const itself: Attribute = (name) => name;

const table: Identity = {
  property: "TableName",
  longest: 255,
  ref: itself,
  attributes: {
    Arn: arn("dynamodb", (name) => `table/${name}`),
    StreamArn: arn("dynamodb", (name) => `table/${name}/stream/2026-01-01T00:00:00.000`),
    TableId: itself,
  },
};

export const IDENTITIES: Readonly<Record<string, Identity>> = {
  "AWS::CloudFront::Distribution": {
    property: "",
    longest: 14,
    ref: itself,
    attributes: {
      Id: itself,
      DomainName: (name) => `${name.toLowerCase()}.cloudfront.net`,
    },
  },
  "AWS::DynamoDB::GlobalTable": table,
  "AWS::DynamoDB::Table": table,
  "AWS::Events::Rule": {
    property: "Name",
    longest: 64,
    ref: itself,
    attributes: { Arn: arn("events", (name) => `rule/${name}`) },
  },
  "AWS::IAM::ManagedPolicy": {
    property: "ManagedPolicyName",
    longest: 128,
    ref: global("iam", (name) => `policy/${name}`),
    attributes: {
      Arn: global("iam", (name) => `policy/${name}`),
      PolicyArn: global("iam", (name) => `policy/${name}`),
    },
  },
  "AWS::IAM::Role": {
    property: "RoleName",
    longest: 64,
    ref: itself,
    attributes: {
      Arn: global("iam", (name) => `role/${name}`),
      RoleId: (name) => `AROA${digest(name, 17).toUpperCase()}`,
    },
  },
  "AWS::Lambda::Function": {
    property: "FunctionName",
    longest: 64,
    ref: itself,
    attributes: { Arn: arn("lambda", (name) => `function:${name}`) },
  },
  "AWS::Logs::LogGroup": {
    property: "LogGroupName",
    longest: 255,
    ref: itself,
    attributes: { Arn: arn("logs", (name) => `log-group:${name}:*`) },
  },
  "AWS::S3::Bucket": {
    property: "BucketName",
    longest: 63,
    ref: itself,
    attributes: {
      Arn: (name) => `arn:aws:s3:::${name}`,
      DomainName: (name) => `${name}.s3.amazonaws.com`,
      RegionalDomainName: (name, { region }) => `${name}.s3.${region}.amazonaws.com`,
    },
  },
  "AWS::SNS::Topic": {
    property: "TopicName",
    longest: 256,
    ref: arn("sns", itself),
    attributes: { TopicArn: arn("sns", itself), TopicName: itself },
  },
  "AWS::SQS::Queue": {
    property: "QueueName",
    longest: 80,
    ref: (name, { queueUrl }) => queueUrl(name),
    attributes: {
      Arn: arn("sqs", itself),
      QueueName: itself,
      QueueUrl: (name, { queueUrl }) => queueUrl(name),
    },
  },
};

/** What is named by nothing else: only types that are not rehearsed, whose attributes end in texts nobody acts on. */
export const UNNAMED: Identity = { property: "", longest: 128, ref: itself, attributes: {} };

/** A name as CloudFormation makes them, except that its last part is not random: stack, logical id, 12 characters. */
export function generatedName(stack: string, logicalId: string, { longest, property }: Identity): string {
  const tail = digest(logicalId, 12).toUpperCase();
  const head = `${stack}-${logicalId}`.slice(0, Math.max(0, longest - tail.length - 1));
  const name = head === "" ? tail : `${head}-${tail}`;
  return property === "BucketName" ? name.toLowerCase() : name;
}

function digest(text: string, length: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}
