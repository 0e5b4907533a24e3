import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTemporaryFolder } from "../temporary-folder.mjs";

const SCRIPT = fileURLToPath(new URL("memory-process.mjs", import.meta.url));
const SPEC = ["architecture: {hidden: [30]}", "eta: 1", "epochs: 1", "replicates: 12"];

/** Returns the megabytes that a process holds while it sweeps with 1, 2 and 4 workers, and what each extra one adds. */
export function measureMemory(dataset) {
  const [one, two, four] = [1, 2, 4].map((workers) => megabytes(workers, dataset));
  return { one, two, four, perExtraWorker: (four - one) / 3 };
}

function megabytes(workers, dataset) {
  return inTemporaryFolder((cwd) => {
    const spec = join(cwd, "memory.yaml");
    writeFileSync(spec, [`dataset: ${dataset}`, ...SPEC].join("\n"));
    const args = ["--expose-gc", SCRIPT, String(workers), spec];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
    if (!stdout) throw new Error(`Cannot measure memory as the sweep must end well: ${stderr}`);
    return Number(stdout) / 1e6;
  });
}
