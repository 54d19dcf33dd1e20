import process from "node:process";

/** Tells defects of the program itself, whole, and makes the exit code say so. */
export function reportErrors(errors: readonly unknown[]): void {
  for (const error of errors) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  if (errors.length > 0) process.exitCode = 1;
}
