import { defineConfig } from "vitest/config";
import { LongestFirst } from "./support/longest-first.ts";
import { SkippedTests } from "./support/skipped-tests.ts";

const skipped = process.env["GRIDIENT_SKIPPED"];

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/temporary-root.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 3, // tests wait for processes and pages: with a worker for each of two cores, a third of the time nobody works
    isolate: false,
    sequence: { sequencer: LongestFirst },
    expect: { poll: { timeout: 10_000 } },
    ...(skipped && { reporters: ["default", new SkippedTests(skipped)] }),
  },
});
