import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { ENVIRONMENTS, environmentOf } from "../../functions/environment.ts";
import type { Delivery } from "../../shared/model.ts";
import { EMAIL, TELEGRAM } from "../support/a-delivery.ts";
import { aStack, plain, resourcesOf, several } from "../support/a-stack.ts";
import { aWatchlist } from "../support/an-edition.ts";

/** What `publish-digest` may do with services that others read by, and what it is told. */
function publisherOf(deliver?: Delivery) {
  const { monitor } = aWatchlist();
  const template = Template.fromStack(aStack({ monitor: deliver === undefined ? monitor : { ...monitor, deliver } }));
  const statements = resourcesOf(template, "AWS::IAM::Policy")
    .filter(([id]) => id.startsWith("PublishingPublishDigestRole"))
    .flatMap(([, { Properties }]) => (Properties.PolicyDocument as { Statement: readonly Statement[] }).Statement);
  const [[, { Properties }] = missing()] = resourcesOf(template, "AWS::Lambda::Function").filter(([id]) =>
    id.startsWith("PublishingPublishDigest"),
  );
  const { Variables } = Properties.Environment as { readonly Variables: Readonly<Record<string, unknown>> };
  return {
    template,
    statements: statements.filter(({ Action }) =>
      several(Action).some((action) => /^(ses|ssm|kms):/u.test(`${action}`)),
    ),
    mayCount: statements.some(({ Action }) => several(Action).includes("dynamodb:UpdateItem")),
    variables: Object.fromEntries(Object.entries(Variables).map(([name, value]) => [name, plain(value)])),
  };
}

interface Statement {
  readonly Action: unknown;
  readonly Resource: unknown;
}

function missing(): never {
  throw new Error("the stack has no publish-digest");
}

const arn = (service: string, resource: string) =>
  `arn:<AWS::Partition>:${service}:<AWS::Region>:<AWS::AccountId>:${resource}`;

test("unless the watchlist asks for it, nothing can be delivered", () => {
  const { template, statements, mayCount, variables } = publisherOf();
  expect(JSON.stringify(template.toJSON())).not.toMatch(/"(ses|ssm|kms):/u);
  expect({ statements, mayCount }).toEqual({ statements: [], mayCount: false });
  expect(Object.keys(variables)).not.toContain("MAY_DELIVER");
  expect(Object.keys(variables)).not.toContain("WEBHOOK_PARAMETER");
});

describe("by e-mail", () => {
  const { statements, mayCount, variables } = publisherOf({ email: EMAIL });

  test("only the one address can be sent from, by whatever identity SES asks for", () => {
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({
      Effect: "Allow",
      Action: "ses:SendEmail",
      Condition: { StringEquals: { "ses:FromAddress": "mizan@example.org" } },
    });
    expect(several(statements[0]?.Resource).map(plain).toSorted()).toEqual(
      ["analyst@readers.example", "chief@example.org", "example.org", "mizan@example.org", "readers.example"].map(
        (identity) => arn("ses", `identity/${identity}`),
      ),
    );
  });

  test("failures can be counted, and it is said so; of a webhook nothing is", () => {
    expect(mayCount).toBe(true);
    expect(variables).toMatchObject({ MAY_DELIVER: "yes", SITE_ADDRESS: "https://<SiteDistribution>/" });
    expect(variables).not.toHaveProperty("WEBHOOK_PARAMETER");
  });
});

describe("by webhook", () => {
  const { statements, variables } = publisherOf({ webhook: TELEGRAM });

  test("one parameter can be read, the one that the function is told of, and no letter be sent", () => {
    expect(statements.map(({ Action, Resource }) => [Action, plain(Resource)])).toEqual([
      ["ssm:GetParameter", arn("ssm", `parameter${variables.WEBHOOK_PARAMETER}`)],
    ]);
  });

  test("what the function is told is what it reads", () => {
    const { SITE_ADDRESS, ...others } = variables;
    const address = String(SITE_ADDRESS).replace(/<.*>/u, "d1.cloudfront.net");
    const read = environmentOf(ENVIRONMENTS["publish-digest"], { ...others, SITE_ADDRESS: address });
    expect(Object.keys(read).toSorted()).toEqual(Object.keys(ENVIRONMENTS["publish-digest"].shape).toSorted());
  });
});
