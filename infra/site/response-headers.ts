import { Duration } from "aws-cdk-lib";
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseSecurityHeadersBehavior,
} from "aws-cdk-lib/aws-cloudfront";
import { SCRIPT_POLICY } from "../../shared/digest/content-policy.ts";

/**
 * What every page is sent with: what the one page with a script needs. The others forbid scripts themselves, and both hold;
 * frames no page can refuse by itself.
 */
export const SECURITY_HEADERS: ResponseSecurityHeadersBehavior = {
  contentSecurityPolicy: { contentSecurityPolicy: `${SCRIPT_POLICY}; frame-ancestors 'none'`, override: true },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
  strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
};

/** Headers that CloudFront has no name for. */
export const OTHER_HEADERS: Readonly<Record<string, string>> = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "x-robots-tag": "noindex",
};
