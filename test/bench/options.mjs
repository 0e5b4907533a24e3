import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";

/**
 * Reads the command line of a part of the benchmark.
 * @param {string} part Its name: the JSON goes to gridient-bench/PART.json in the temporary folder unless told otherwise.
 * @returns {{ quick: boolean, json: string }}
 */
export function readOptions(part) {
  const { values } = parseArgs({
    options: { quick: { type: "boolean", default: false }, json: { type: "string" } },
  });
  return { quick: values.quick, json: values.json ?? join(tmpdir(), "gridient-bench", `${part}.json`) };
}

/** Writes what was measured, and says where. */
export function writeJson(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
  console.log(`\nwritten: ${path}`);
}
