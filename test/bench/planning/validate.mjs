import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { performance } from "node:perf_hooks";
import { spawnSync } from "node:child_process";
import { inTemporaryFolder } from "../temporary-folder.mjs";
import { observe } from "./observed-process.mjs";

const CLI = fileURLToPath(new URL("../../../dist/program/cli.js", import.meta.url));
const SPEC = fileURLToPath(new URL("../../../experiments/lr.yaml", import.meta.url));

/** Returns the milliseconds of `validate`, from the start of its process to its exit, and what it loads. */
export function measureValidate(repeats) {
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    spawnSync(process.execPath, [CLI, "validate", SPEC]);
    return performance.now() - start;
  });
  const { files } = inTemporaryFolder((folder) => observe(["validate", SPEC], folder));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return { milliseconds: Math.min(...times), modules: files.length, kilobytes: Math.round(bytes / 1000) };
}
