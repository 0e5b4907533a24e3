/**
 * Regenerates results on several releases of Node and kinds of CPU, and compares every file with what this Node makes
 * of them and with what is committed. What this machine lacks is skipped, and said to be. Exit code 1 if a byte differs.
 * @module
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { platforms } from "./nodes.mjs";
import { differences, readCommitted, readResults } from "./result-files.mjs";
import { root, sweep } from "./sweep.mjs";

const EXPERIMENTS = ["xor", "lr"];
const temporary = mkdtempSync(join(tmpdir(), "gridient-results-"));

try {
  const rows = comparePlatforms();
  for (const { name, verdict } of rows) console.log(`${name.padEnd(26)} ${verdict}`);
  process.exitCode = rows.some(({ isBroken }) => isBroken) ? 1 : 0;
} finally {
  rmSync(temporary, { recursive: true });
}

/** Returns one row for each comparison. */
function comparePlatforms() {
  const here = `Node ${process.versions.node}, ${process.arch}, this one`;
  const reference = regenerate(here, [process.execPath]);
  if (typeof reference === "string") return [{ name: "this Node", verdict: reference, isBroken: true }];
  return [
    ...EXPERIMENTS.map((name) => compareCommitted(name, reference.get(name))),
    ...platforms.map((platform) => comparePlatform(platform, reference)),
  ];
}

function compareCommitted(name, files) {
  const committed = readCommitted(name);
  if (committed.size === 0) return { name: `results/${name}`, verdict: "SKIPPED, not committed" };
  // Files too large to commit have nothing to be compared with.
  const comparable = new Map([...files].filter(([path]) => committed.has(path)));
  return verdictOf(`results/${name}`, differences(committed, comparable), name);
}

function comparePlatform({ name, prepare }, reference) {
  let command;
  try {
    command = prepare();
  } catch ({ message }) {
    return { name, verdict: `SKIPPED, not tested: ${message}` };
  }
  const regenerated = regenerate(name, command);
  if (typeof regenerated === "string") return { name, verdict: regenerated, isBroken: true };
  const different = [...regenerated].flatMap(([experiment, files]) =>
    differences(reference.get(experiment), files).map((path) => `${experiment}/${path}`),
  );
  return verdictOf(name, different, EXPERIMENTS.join(" and "));
}

function verdictOf(name, different, what) {
  if (different.length === 0) return { name, verdict: `same bytes: ${what}` };
  return { name, verdict: `DIFFERENT: ${different.join(", ")}`, isBroken: true };
}

/** Returns the files of each experiment by name, or what went wrong. */
function regenerate(name, command) {
  const out = join(temporary, name.replaceAll(/\W+/g, "-"));
  const specs = EXPERIMENTS.map((experiment) => join(root, "experiments", `${experiment}.yaml`));
  const startMs = performance.now();
  const { ok, log } = sweep(command, specs, out);
  console.log(`${name}: ${Math.round((performance.now() - startMs) / 1000)} s`);
  if (!ok) return `FAILED\n${log}`;
  return new Map(EXPERIMENTS.map((experiment) => [experiment, readResults(join(out, experiment))]));
}
