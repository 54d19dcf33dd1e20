import { installLedDate, type LedDate } from "../time/simulated-date.ts";
import { installNetwork, type Network } from "./network.ts";

/** What the rehearsal tells a function's process when it starts, as JSON, in place of the runtime client's arguments. */
export interface WorldSettings {
  /** Simulated time, epoch milliseconds. */
  readonly nowMs: number;
  /** Where the press is served on 127.0.0.1. */
  readonly pressPort: number;
}

/** The time and the network of a function's process: led, instead of real. */
export interface FunctionWorld {
  readonly date: LedDate;
  readonly network: Network;
}

/** The process's one world, made by whoever asks first (bootstrap.ts). */
let made: FunctionWorld | undefined;

export function functionWorld(settings?: WorldSettings): FunctionWorld {
  if (made !== undefined) return made;
  if (settings === undefined) throw new Error("the function's world is not made yet");
  made = { date: installLedDate(settings.nowMs, "running"), network: installNetwork(settings.pressPort) };
  return made;
}
