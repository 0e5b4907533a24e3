/**
 * `npm run bench:reports`: what it costs to write the report of 1,000 trials again from the store, all of it: tables,
 * summary, pictures.
 * @module
 */
import { execFileSync } from "node:child_process";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describeMachine } from "./machine.mjs";
import { readOptions, writeJson } from "./options.mjs";
import { inTemporaryFolder } from "./temporary-folder.mjs";
import { timeCommand } from "./whole-command.mjs";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** 5 x 5 x 2 x 2 x 5 settings with 2 replicates. */
const SPEC = `
dataset: { name: moons, samples: 100 }
architecture: { hidden: [[], [4], [8], [16], [8, 8]], activation: [tanh, sigmoid] }
eta: [0.01, 0.1, 1, 10, 100]
batchSize: [10, 20]
loss: quadratic
optimizer: { name: sgd, l2: [0, 0.1, 1, 2, 3] }
epochs: 20
replicates: 2
`;

const { quick, json } = readOptions("reports");

await inTemporaryFolder(async (folder) => {
  writeFileSync(join(folder, "many.yaml"), SPEC);
  execFileSync(process.execPath, [CLI, "sweep", "many.yaml"], { cwd: folder, stdio: "ignore" });
  const runs = [];
  for (let i = 0; i < (quick ? 1 : 5); i++)
    runs.push(await timeCommand([process.execPath, CLI, "report", "many.yaml"], { cwd: folder }));
  const plots = join(folder, "results/many/plots");
  const bytes = readdirSync(plots).reduce((sum, name) => sum + statSync(join(plots, name)).size, 0);
  const seconds = Math.min(...runs.map((run) => run.seconds));
  const isCalm = runs.some((run) => run.isCalm);
  console.log(
    `report of 1,000 trials: ${seconds.toFixed(2)} s, pictures ${Math.round(bytes / 1000)} kB${isCalm ? "" : "; disturbed"}`,
  );
  writeJson(json, { part: "reports", machine: describeMachine(), seconds, bytes, isCalm });
});
