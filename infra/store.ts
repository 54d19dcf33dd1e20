import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, Table } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { type IndexLayout, TABLE } from "../shared/cloud/table-layout.ts";
import type { Settings } from "./settings.ts";

/** What a function may do with single records or, by `Query`, with those of one partition. No scan, no deletion. */
export type TableAction = "GetItem" | "PutItem" | "UpdateItem" | "Query";

/** The one table, as shared/cloud/table-layout.ts lays it out. It outlives the stack. */
export class Store extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { deletionProtection }: Pick<Settings, "deletionProtection">) {
    super(scope, id);
    this.table = new Table(this, "Table", {
      partitionKey: text(TABLE.partitionKey),
      sortKey: text(TABLE.sortKey),
      timeToLiveAttribute: TABLE.expires,
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const { name, partitionKey, sortKey, carries } of TABLE.indexes) {
      this.table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: text(partitionKey),
        sortKey: text(sortKey),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...carries],
      });
    }
  }

  /** Lets `fn` do these things with the table, and query these indexes; and tells it the table's name. */
  grant(fn: LambdaFunction, actions: readonly TableAction[], indexes: readonly IndexLayout[] = []): void {
    const { tableArn, tableName } = this.table;
    fn.addToRolePolicy(
      new PolicyStatement({ actions: actions.map((action) => `dynamodb:${action}`), resources: [tableArn] }),
    );
    if (indexes.length > 0) {
      const resources = indexes.map(({ name }) => `${tableArn}/index/${name}`);
      fn.addToRolePolicy(new PolicyStatement({ actions: ["dynamodb:Query"], resources }));
    }
    fn.addEnvironment("TABLE_NAME", tableName);
  }
}

function text(name: string) {
  return { name, type: AttributeType.STRING };
}
