import type { z } from "zod";
import { checked } from "../../../shared/pipeline/records.ts";
import type { Row } from "./statements.ts";

/** The record in a row's column of that name, in its form. Throws, saying `what` it should have been, where it is not. */
export function recordOf<T>(form: z.ZodType<T>, row: Row, what: string): T {
  return checked(form, JSON.parse(String(row.record)), what);
}
