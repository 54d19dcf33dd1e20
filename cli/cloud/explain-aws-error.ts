const SIGN_IN =
  'sign in with "aws sso login" and name the profile in AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY';

/** What to do about an error, by its name in the SDK or its code in Node. */
const ADVICE: Readonly<Record<string, string>> = {
  CredentialsProviderError: `no AWS credentials: ${SIGN_IN}`,
  EAI_AGAIN: "AWS cannot be reached: the host's name was not resolved; check the network",
  ECONNREFUSED: "AWS cannot be reached: connection refused; check the network, and AWS_ENDPOINT_URL if you set it",
  ENOTFOUND: "AWS cannot be reached: its host was not found; check the network and the region's name",
  ExpiredToken: `the AWS session has expired: ${SIGN_IN}`,
  ExpiredTokenException: `the AWS session has expired: ${SIGN_IN}`,
  InvalidClientTokenId: `AWS does not know this access key: ${SIGN_IN}`,
  RequestTimeTooSkewed: "the clock of this machine is wrong: set it, AWS refuses requests of another time",
  SignatureDoesNotMatch: `AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID: ${SIGN_IN}`,
  TokenProviderError: `the AWS session has expired: ${SIGN_IN}`,
  UnrecognizedClientException: `AWS does not know this access key: ${SIGN_IN}`,
};

/** The SDK throws this without a name of its own. */
const NO_REGION = "Region is missing";
const SET_REGION = "no AWS region: set AWS_REGION, for instance to eu-central-1";

/** In one line what AWS, or the way to it, has against a request; undefined where the error is none of AWS's. */
export function explainAwsError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.message === NO_REGION) return SET_REGION;
  const advice = ADVICE[error.name] ?? ADVICE[codeOf(error) ?? ""];
  if (advice !== undefined) return advice;
  // Whatever has gone through the SDK carries what is known of the exchange.
  return "$metadata" in error ? `AWS refused: ${error.name}: ${error.message}` : undefined;
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}
