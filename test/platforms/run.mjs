/**
 * Regenerates all results that need no download on several releases of Node and kinds of CPU, each from nothing in a
 * clone: `sweep`, `sweep --check` and `git status` must find every byte as it is committed. Exit code 1 if a byte differs,
 * else 2 if a platform was skipped because this machine lacks something.
 * @module
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { platforms } from "./nodes.mjs";
import { cloneInto, regenerate } from "./regenerate.mjs";

const DIFFERENT = 1;
const NOT_ALL = 2;

let different = 0;
let skipped = 0;
const temporary = mkdtempSync(join(tmpdir(), "gridient-clone-"));

try {
  const clone = join(temporary, "clone");
  const specs = cloneInto(clone);
  console.log(`${specs.length} experiments: ${specs.join(" ")}`);
  const here = { name: `Node ${process.versions.node}, this one`, prepare: () => [process.execPath] };
  for (const platform of [here, ...platforms]) report(platform, specs, clone);
  console.log(`${platforms.length + 1} platforms: ${different} different, ${skipped} skipped`);
  process.exitCode = different > 0 ? DIFFERENT : skipped > 0 ? NOT_ALL : 0;
} finally {
  rmSync(temporary, { recursive: true });
}

function report({ name, prepare }, specs, clone) {
  let command;
  try {
    command = prepare();
  } catch ({ message }) {
    console.log(`${name.padEnd(26)} SKIPPED, not tested: ${message}`);
    skipped += 1;
    return;
  }
  const startMs = performance.now();
  try {
    regenerate(command, specs, clone);
    const seconds = Math.round((performance.now() - startMs) / 1000);
    console.log(`${name.padEnd(26)} same bytes, git status empty (${seconds} s)`);
  } catch ({ message }) {
    console.log(`${name.padEnd(26)} DIFFERENT\n${message}`);
    different += 1;
  }
}
