import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTemporaryFolder } from "../temporary-folder.mjs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PROBE = new URL("first-batch-probe.mjs", import.meta.url).href;

/**
 * Returns the seconds from the start of `npm run sweep` to its first batch, the check that the build is current
 * included.
 * @param {string} dataset As a spec writes it.
 */
export function secondsToFirstBatch(dataset) {
  return inTemporaryFolder((folder) => {
    const spec = join(folder, "start.yaml");
    // A seed of its own makes a trial that no record is stored of.
    const seed = Math.floor(performance.timeOrigin + performance.now()) % 2 ** 31;
    const lines = [`dataset: ${dataset}`, "eta: 1", "epochs: 1", "architecture: {hidden: [1]}"];
    writeFileSync(spec, [...lines, `replicates: {count: 1, baseSeed: ${seed}}`].join("\n"));
    const note = join(folder, "first-batch");
    const env = { ...process.env, NODE_OPTIONS: `--import=${PROBE}`, GRIDIENT_PROBE: note };
    const start = performance.timeOrigin + performance.now();
    const { stdout, stderr } = spawnSync("npm", ["run", "-s", "sweep", spec, "--", "--out", folder], {
      cwd: ROOT,
      env,
      encoding: "utf8",
    });
    if (!existsSync(note)) throw new Error(`Cannot time a sweep as it must train: ${stdout}${stderr}`);
    forgetRecord(folder);
    return (Number(readFileSync(note, "utf8")) - start) / 1000;
  });
}

/** Removes the record again that the sweep has left in the repository's store. */
function forgetRecord(folder) {
  const [, row] = readFileSync(join(folder, "start/timings.csv"), "utf8").split("\n");
  const id = row.split(",")[1];
  rmSync(join(ROOT, "results/.store", id.slice(0, 2), `${id}.json`));
}
