import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { WATCHLIST_FORM } from "../../../shared/watchlist/form.ts";
import {
  dossierSchema,
  entitiesSchema,
  monitorSchema,
  sourcesSchema,
  wordsSchema,
} from "../../../shared/watchlist/schema.ts";

/** Of each form, the digest of the schemas that made it. */
const SCHEMAS: Readonly<Record<number, string>> = {
  1: "3cbbcc9eaff7",
  2: "604af12c57fd",
  3: "18ceb9cb5487",
  4: "18ceb9cb5487",
  5: "18ceb9cb5487",
};

test("when the schemas change, the form is raised, so that no function runs on a watchlist of another", () => {
  const schemas = [monitorSchema, sourcesSchema, entitiesSchema, wordsSchema, dossierSchema].map((schema) =>
    z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }),
  );
  const digest = createHash("sha256").update(JSON.stringify(schemas)).digest("hex").slice(0, 12);
  expect(SCHEMAS[WATCHLIST_FORM], "raise WATCHLIST_FORM, and put the digest beside it here").toBe(digest);
});
