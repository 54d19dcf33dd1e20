import process from "node:process";
import { formatFinding, runChecks } from "../cloud/check.ts";
import { connectCloud } from "../cloud/connect.ts";
import { deployChecks, type Project } from "../cloud/deploy-checks.ts";

/** Says what is in order for a deploy and what is not; the exit code is 2 where something must be mended first. */
export async function doctor(project: Project): Promise<void> {
  const checks = deployChecks(project, connectCloud());
  const findings = await runChecks(checks, (finding) => process.stdout.write(`${formatFinding(finding)}\n`));
  const problems = findings.filter(({ state }) => state === "problem").length;
  process.stdout.write(problems === 0 ? "Ready to deploy.\n" : `${problems} to mend before a deploy.\n`);
  if (problems > 0) process.exitCode = 2;
}
