import process from "node:process";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { UsageError } from "./usage-error.ts";

/** Reads a line from the terminal without showing it; from a pipe, its first line. */
export async function readSecret(question: string): Promise<string> {
  const isTerminal = Boolean(process.stdin.isTTY);
  if (isTerminal) process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: isTerminal });
  try {
    for await (const line of lines) return line;
    throw new UsageError("nothing was typed");
  } finally {
    lines.close();
    if (isTerminal) process.stderr.write("\n");
  }
}
