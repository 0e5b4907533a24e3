import { defineConfig, mergeConfig } from "vitest/config";
import tests from "../vitest.config.ts";

/** Mutants are made as Vitest loads a source. */
const ofSources = { ...tests, plugins: [] };

export default mergeConfig(ofSources, defineConfig({ test: { maxWorkers: 1, bail: 1, reporters: [{}] } }));
