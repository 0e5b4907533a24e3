import { defineConfig } from "vitest/config";
import { builtSources } from "./support/built-sources.ts";
import { LongestFirst } from "./support/longest-first.ts";
import { SkippedTests } from "./support/skipped-tests.ts";

const skipped = process.env["GRIDIENT_SKIPPED"];

export default defineConfig({
  plugins: [builtSources()],
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: [
      "test/support/current-build.ts",
      "test/support/temporary-root.ts",
      "test/support/chromium-server.ts",
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 4, // tests wait for processes and pages: with three, two cores have nothing to do for a sixth of the time
    isolate: false,
    server: { deps: { external: [/\/dist\//] } },
    sequence: { sequencer: LongestFirst },
    expect: { poll: { timeout: 10_000 } },
    ...(skipped && { reporters: ["default", new SkippedTests(skipped)] }),
  },
});
