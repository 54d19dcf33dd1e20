import { defineConfig } from "vitest/config";

const report = process.env.MIZAN_TEST_REPORT;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/one-temporary-folder.ts",
    // Files that start servers or a browser share two cores; generous limits keep a busy machine from failing a right answer.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    ...(report ? { reporters: ["default", "json"], outputFile: { json: report } } : {}),
  },
});
