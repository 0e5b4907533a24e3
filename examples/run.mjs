// Runs an experiment and reads its results as data: node examples/run.mjs
import { fileURLToPath } from "node:url";
import { runExperiment } from "gridient";

const file = fileURLToPath(new URL("moons.yaml", import.meta.url));
const { results, folder } = await runExperiment(file, { workers: 2 });

console.log(`written: ${folder}`);
for (const { configuration, objective } of results.configurations) {
  console.log(`eta ${configuration.eta}: ${(100 * objective.mean).toFixed(1)} %`);
}
console.log(`best: eta ${results.best?.configuration.eta}`);
