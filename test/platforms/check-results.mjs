/**
 * `npm run check:results [-- NAME ...]`: regenerates the committed results with the program that ships and compares them
 * byte for byte. Results whose data need no download are regenerated whole, from an empty store; of each other one a few
 * trials are trained again, where GRIDIENT_DATA_DIR says that the data are there, and else it is skipped. So are results
 * of programs for which this machine has no Python or no package. Exit code 1 if a byte differs.
 * @module
 */
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { committedExperiments } from "./committed.mjs";
import { root } from "./root.mjs";

/** Trials of a large experiment that are trained again: each takes up to half a minute. */
const SAMPLE = "1";

const names = process.argv.slice(2);
const all = committedExperiments();
const unknown = names.filter((wanted) => !all.some(({ name }) => name === wanted));
if (unknown.length > 0) throw new Error(`No results are committed of ${unknown.join(", ")}`);

const chosen = names.length > 0 ? all.filter(({ name }) => names.includes(name)) : all;
const unmet = chosen.filter(({ missing }) => missing !== undefined);
const local = chosen.filter(({ isLocal, missing }) => isLocal && missing === undefined);
const large = chosen.filter(({ isLocal }) => !isLocal);
const sampled = process.env.GRIDIENT_DATA_DIR ? large : [];
const skipped = large.filter((experiment) => !sampled.includes(experiment));

checkWhole(local);
for (const { spec } of sampled) gridient("verify", spec, "--sample", SAMPLE);
for (const { name } of skipped) noteSkipped(`results/${name}: GRIDIENT_DATA_DIR is not set`);
for (const { name, missing } of unmet) noteSkipped(`results/${name}: this machine has no ${missing}`);
console.log(
  `${all.length} results: ${local.length} regenerated whole, ${sampled.length} by one trial, ` +
    `${skipped.length + unmet.length} skipped, ${all.length - chosen.length} not asked for`,
);

function checkWhole(experiments) {
  if (experiments.length === 0) return;
  const store = mkdtempSync(join(tmpdir(), "gridient-check-"));
  gridient("sweep", "--check", "--store", store, ...experiments.map(({ spec }) => spec));
  rmSync(store, { recursive: true });
}

function gridient(...args) {
  const cli = join(root, "dist/program/cli.js");
  const { status } = spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}

/** CI counts what is skipped in a file. */
function noteSkipped(line) {
  console.log(`skipped: ${line}`);
  if (process.env.GRIDIENT_SKIPPED) appendFileSync(process.env.GRIDIENT_SKIPPED, `${line}\n`);
}
