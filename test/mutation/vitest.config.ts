import { defineConfig, mergeConfig } from "vitest/config";
import tests from "../vitest.config.ts";

export default mergeConfig(tests, defineConfig({ test: { maxWorkers: 1, bail: 1, reporters: [{}] } }));
