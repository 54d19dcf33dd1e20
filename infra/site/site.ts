import { Validations } from "aws-cdk-lib";
import {
  AccessLevel,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  KeyValueStore,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { Monitor } from "../../shared/model.ts";
import { grantNames, grantObjects } from "../grant-objects.ts";
import { privateBucket } from "../private-bucket.ts";
import { OTHER_HEADERS, SECURITY_HEADERS } from "./response-headers.ts";
import { viewerRequestCode } from "./viewer-request-code.ts";

/** What is asked of a distribution by CDK and by AwsSolutions, and why this one does without. */
const WITHOUT = {
  "Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk":
    "There is a default root object, and the cache policy sends no query on: a listing cannot be asked for.",
  "AwsSolutions-CFR1": "An analyst travels: no country is shut out.",
  "AwsSolutions-CFR2": "Static pages behind a password: a web firewall at 5 USD a month has nothing to filter.",
  "AwsSolutions-CFR3": "Who reads which digest is not recorded: readers in the region may have to fear for it.",
  "AwsSolutions-CFR4":
    "cloudfront.net's own certificate comes with its own minimum; another needs a domain of one's own.",
} as const;

/** The published pages: a private bucket behind CloudFront, and a password before both unless access is public. */
export class Site extends Construct {
  readonly bucket: IBucket;
  readonly passwords: KeyValueStore;
  readonly address: string;

  constructor(scope: Construct, id: string, { access }: Monitor["site"]) {
    super(scope, id);
    this.bucket = privateBucket(this, "Bucket");
    this.passwords = new KeyValueStore(this, "Passwords", {
      comment: "Mizan: the site's password, salted and hashed.",
    });
    const viewerRequest = new EdgeFunction(this, "ViewerRequest", {
      comment: `Mizan: access by ${access}; finds index.html.`,
      code: FunctionCode.fromInline(viewerRequestCode(access)),
      runtime: FunctionRuntime.JS_2_0,
      keyValueStore: this.passwords,
    });
    const headers = new ResponseHeadersPolicy(this, "Headers", {
      securityHeadersBehavior: SECURITY_HEADERS,
      customHeadersBehavior: {
        customHeaders: Object.entries(OTHER_HEADERS).map(([header, value]) => ({ header, value, override: true })),
      },
    });
    const distribution = new Distribution(this, "Distribution", {
      comment: "Mizan: the digest.",
      defaultRootObject: "index.html",
      priceClass: PriceClass.PRICE_CLASS_100,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        // The right to list is what makes S3 answer 404 instead of 403 where there is no page.
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket, {
          originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
        }),
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        compress: true,
        functionAssociations: [{ function: viewerRequest, eventType: FunctionEventType.VIEWER_REQUEST }],
        responseHeadersPolicy: headers,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      },
    });
    for (const [rule, reason] of Object.entries(WITHOUT))
      Validations.of(distribution).acknowledge({ id: rule, reason });
    this.address = `https://${distribution.distributionDomainName}/`;
  }

  /** Lets `fn` write pages and keep those of a superseded revision, and tells it where they are kept and where they are read. */
  grantPublish(fn: LambdaFunction): void {
    grantObjects(fn, this.bucket, "*", ["GetObject", "PutObject"]);
    grantNames(fn, this.bucket);
    fn.addEnvironment("SITE_BUCKET", this.bucket.bucketName);
    fn.addEnvironment("SITE_ADDRESS", this.address);
  }
}
