import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const ROOT = join(import.meta.dirname, "../..");

export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** An environment in which nothing of this machine's own account is found. */
export function withoutAccount(): Environment {
  return {
    PATH: process.env.PATH ?? "",
    HOME: mkdtempSync(join(tmpdir(), "mizan-home-")),
    AWS_EC2_METADATA_DISABLED: "true",
    // Node keeps there what it has compiled: half of what each process would take.
    NODE_COMPILE_CACHE: join(tmpdir(), "mizan-compile-cache"),
    AWS_REGION: "eu-central-1",
  };
}

/** One that leads to servers on 127.0.0.1, by their services' names in the SDK: `CLOUDFORMATION`. */
export function withAccount(endpoints: Readonly<Record<string, string>>): Environment {
  const urls = Object.entries(endpoints).map(([service, url]) => [`AWS_ENDPOINT_URL_${service}`, url]);
  return {
    ...withoutAccount(),
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    ...Object.fromEntries(urls),
  };
}

/** Runs the command line in a process of its own, with `input` on its standard input. */
export async function runMizan(args: readonly string[], env: Environment, input = ""): Promise<Ended> {
  return await run([join(ROOT, "cli/main.ts"), ...args], env, input);
}

/** Calls one command of `cli/commands` in a process of its own: `deploy({root: …})`; presses Ctrl-C once `interrupt` resolves. */
export async function runCommand(
  file: string,
  name: string,
  options: object,
  env: Environment,
  interrupt?: () => Promise<void>,
): Promise<Ended> {
  const url = JSON.stringify(`file://${join(ROOT, "cli/commands", file)}`);
  const code = `import { ${name} } from ${url};
    await ${name}(${JSON.stringify(options)}).catch((error) => { process.stderr.write(error.message + "\\n"); process.exitCode = 2; });`;
  return await run(["--input-type=module", "--eval", code], env, "", interrupt);
}

async function run(
  args: readonly string[],
  env: Environment,
  input: string,
  interrupt?: () => Promise<void>,
): Promise<Ended> {
  return await new Promise((resolve) => {
    const child = execFile(process.execPath, args, { env, encoding: "utf8" }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === "number" ? error.code : error === null ? 0 : -1, stdout, stderr });
    });
    child.stdin?.end(input);
    void interrupt?.().then(() => child.kill("SIGINT"));
  });
}
