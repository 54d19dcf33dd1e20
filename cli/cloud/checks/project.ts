import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { loadWatchlist } from "../../../shared/watchlist/load-watchlist.ts";
import { formatProblem } from "../../../shared/watchlist/problem.ts";
import { readWatchFolder } from "../../local/watch-folder.ts";
import { UsageError } from "../../usage-error.ts";
import { type Finding, good, problem, warning } from "../check.ts";

/** The runtime of the functions, nodejs24.x, so that what runs here runs there. */
const NODE_MAJOR = 24;

export function checkNode(version: string): Finding {
  const major = Number(/^v(\d+)/u.exec(version)?.[1]);
  if (major >= NODE_MAJOR) return good(version);
  return problem(
    `${version}, but Mizan needs ${NODE_MAJOR}: start it with npm ("npm run doctor"), which brings its own`,
  );
}

/** Whom outlets are to write to, as it stands in the repository. */
const PLACEHOLDER = "example.org";

/** The watchlist loads, and names someone the outlets can write to. */
export async function checkWatchlist(folder: string): Promise<Finding> {
  const files = await readWatchFolder(folder).catch((error: unknown) => {
    if (error instanceof UsageError) return error;
    throw error;
  });
  if (files instanceof UsageError) return problem(files.message);
  const result = loadWatchlist(files);
  if (!result.ok) return problem(`\n${result.problems.map((mistake) => `    ${formatProblem(mistake)}`).join("\n")}`);
  const { version, sources, monitor } = result.watchlist;
  const found = `${version}, ${sources.length} sources`;
  if (!monitor.polling.contact.includes(PLACEHOLDER)) return good(found);
  return warning(
    `${found}; outlets are told to write to ${monitor.polling.contact}: put your own address in monitor.yaml, polling.contact`,
  );
}

const settings = z.object({ context: z.object({ mizan: z.object({ alarmEmail: z.string().optional() }) }) });

/** Someone is told of alarms. */
export async function checkAlarms(root: string): Promise<Finding> {
  const result = settings.safeParse(JSON.parse(await readFile(join(root, "cdk.json"), "utf8")));
  if (!result.success) return problem("cdk.json has no context.mizan: restore it from the repository");
  const { alarmEmail } = result.data.context.mizan;
  if (alarmEmail !== undefined) return good(`go to ${alarmEmail}`);
  return warning('are sent to nobody: set context.mizan.alarmEmail in cdk.json, "alarmEmail": "you@example.com"');
}

const packageJson = z.object({ version: z.string() });

/** The CDK that deploys reads what the CDK that describes writes. */
export async function checkCdk(root: string): Promise<Finding> {
  const versionIn = async (path: string) =>
    packageJson.parse(JSON.parse(await readFile(join(root, "node_modules", path), "utf8"))).version;
  const [cli, library, needed] = await Promise.all([
    versionIn("aws-cdk/package.json"),
    versionIn("aws-cdk-lib/package.json"),
    // The library's format of templates says which aws-cdk first read it.
    versionIn("@aws-cdk/cloud-assembly-schema/cli-version.json"),
  ]).catch(() => [undefined, undefined, undefined]);
  if (cli === undefined || library === undefined || needed === undefined)
    return problem('aws-cdk and aws-cdk-lib are not installed: run "npm ci"');
  return fits(cli, needed)
    ? good(`aws-cdk ${cli} with aws-cdk-lib ${library}`)
    : problem(`aws-cdk ${cli} does not read what aws-cdk-lib ${library} writes: install aws-cdk ^${needed}`);
}

/** Of the same major version, and in its minor version no older. */
function fits(cli: string, needed: string): boolean {
  const [major, minor] = cli.split(".").map(Number);
  const [neededMajor, neededMinor] = needed.split(".").map(Number);
  return major === neededMajor && (minor ?? 0) >= (neededMinor ?? 0);
}
