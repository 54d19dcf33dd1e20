import { registerHooks } from "node:module";
import process from "node:process";
import { functionWorld } from "./function-world.ts";

/**
 * Loaded before the Lambda runtime client in each function's process (`node --import`): puts the process into simulated
 * time and onto the rehearsal's network, and stands in itself for the runtime client's native part, which is built for
 * Lambda's own machines.
 */
export { done, error, next } from "./native-client.ts";

const [settings = "{}"] = process.argv.splice(2, 1);
functionWorld(JSON.parse(settings));

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "./rapid-client.node" ? { url: import.meta.url, shortCircuit: true } : next(specifier, context),
});
