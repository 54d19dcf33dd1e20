/** Preloaded into a process to be measured: says at its end how much memory it held at most. */
import process from "node:process";

process.on("exit", () => {
  process.stderr.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
});
