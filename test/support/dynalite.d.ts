/** The package brings no types; this is the part of it that the tests use. */
declare module "dynalite" {
  import type { Server } from "node:http";
  export default function dynalite(options?: {
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
  }): Server;
}
