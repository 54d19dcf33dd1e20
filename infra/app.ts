import { join } from "node:path";
import { App } from "aws-cdk-lib";
import recommended from "aws-cdk-lib/recommended-feature-flags.json" with { type: "json" };
import { STACK_NAME } from "../shared/cloud/stack-outputs.ts";
import { MonitorStack } from "./monitor-stack.ts";
import { readSettings } from "./settings.ts";
import { readWatchlistFiles } from "./watchlist-files.ts";

const app = new App({ context: recommended });
new MonitorStack(app, STACK_NAME, {
  settings: readSettings(app.node.tryGetContext("mizan")),
  monitor: readWatchlistFiles(join(import.meta.dirname, "..")).monitor,
});
