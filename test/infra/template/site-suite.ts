import { Match, type Template } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { CONTENT_POLICY, SCRIPT_POLICY } from "../../../shared/digest/content-policy.ts";
import { resourcesOf } from "../../support/a-stack.ts";

export function describeSite(template: Template): void {
  const distribution = (config: object) =>
    template.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: Match.objectLike({ Enabled: true, ...config }),
    });

  test("readers come by TLS, and get compressed pages from nearby", () => {
    distribution({
      DefaultRootObject: "index.html",
      HttpVersion: "http2and3",
      PriceClass: "PriceClass_100",
      DefaultCacheBehavior: Match.objectLike({ Compress: true, ViewerProtocolPolicy: "redirect-to-https" }),
    });
  });

  test("the bucket answers this distribution only", () => {
    distribution({ Origins: [Match.objectLike({ OriginAccessControlId: Match.anyValue() })] });
    template.hasResourceProperties("AWS::S3::BucketPolicy", {
      Bucket: { Ref: Match.stringLikeRegexp("SiteBucket") },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: "Allow",
            Principal: { Service: "cloudfront.amazonaws.com" },
            Action: ["s3:GetObject", "s3:ListBucket"],
            Condition: { StringEquals: { "AWS:SourceArn": Match.anyValue() } },
          }),
        ]),
      },
    });
  });

  test("before each request stands the function that asks for the password, with the store that it is kept in", () => {
    distribution({
      DefaultCacheBehavior: Match.objectLike({
        FunctionAssociations: [{ EventType: "viewer-request", FunctionARN: Match.anyValue() }],
      }),
    });
    template.hasResourceProperties("AWS::CloudFront::Function", {
      AutoPublish: true,
      FunctionConfig: {
        Runtime: "cloudfront-js-2.0",
        KeyValueStoreAssociations: [
          { KeyValueStoreARN: { "Fn::GetAtt": [Match.stringLikeRegexp("SitePasswords"), "Arn"] } },
        ],
      },
    });
  });

  test("every answer forbids what a page does not need", () => {
    distribution({ DefaultCacheBehavior: Match.objectLike({ ResponseHeadersPolicyId: Match.anyValue() }) });
    template.hasResourceProperties("AWS::CloudFront::ResponseHeadersPolicy", {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: `${SCRIPT_POLICY}; frame-ancestors 'none'`, Override: true },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: "DENY", Override: true },
          ReferrerPolicy: { ReferrerPolicy: "no-referrer", Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, Override: true },
        },
      },
    });
    expect(CONTENT_POLICY).toContain("default-src 'none'");
    expect(CONTENT_POLICY).not.toMatch(/unsafe|https?:|\*|data:|script-src/u);
    expect(SCRIPT_POLICY).toContain("default-src 'none'; script-src 'self';");
    expect(SCRIPT_POLICY).not.toMatch(/unsafe|https?:|\*|data:/u);
  });

  test("no other way in: no website endpoint, no access control list", () => {
    for (const [id, { Properties }] of resourcesOf(template, "AWS::S3::Bucket")) {
      expect(Properties, id).not.toHaveProperty("WebsiteConfiguration");
      expect(Properties, id).not.toHaveProperty("AccessControl");
    }
  });
}
