// Prints each trial as it ends, and stops the sweep after three or a few more; the next run resumes: node examples/stop-early.mjs
import { fileURLToPath } from "node:url";
import { runExperiment } from "gridient";

const file = fileURLToPath(new URL("moons.yaml", import.meta.url));
const controller = new AbortController();
let ended = 0;

const { folder } = await runExperiment(file, {
  workers: 1,
  signal: controller.signal,
  listener: {
    onPlan: (plan, stored) => console.log(`${plan.trials.length} trials, ${stored} stored`),
    onTrialEnd: (trial, outcome) => {
      if (outcome.status !== "completed") return;
      ended += 1;
      console.log(`trial ${trial.index}: ${outcome.status}`);
      if (ended === 3) controller.abort();
    },
  },
});
console.log(folder === undefined ? "stopped before the end, no results were written" : `written: ${folder}`);
