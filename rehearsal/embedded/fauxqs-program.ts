import process from "node:process";
import { buildApp } from "fauxqs";
import { NOW_HEADER } from "../gateway/forward.ts";
import { installLedDate } from "../time/simulated-date.ts";

/**
 * The program that serves SQS and S3, in simulated time: each request brings it, to the millisecond, so that delays,
 * hidden messages and dates of objects go by the rehearsal's clock. Arguments: region, epoch milliseconds. Sends its address to its parent.
 */
const [region = "", start = "0"] = process.argv.slice(2);
const date = installLedDate(Number(start), "standing");
const app = buildApp({ logger: false, defaultRegion: region });
app.addHook("onRequest", async ({ headers }) => {
  const now = Number(headers[NOW_HEADER]);
  if (now > 0) date.set(now);
});
process.send?.(await app.listen({ host: "127.0.0.1", port: 0 }));
process.on("disconnect", () => process.exit());
