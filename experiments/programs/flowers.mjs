import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runExperiment } from "gridient";

/** Trains one network of gridient on the flowers, with the settings that flowers.py gives scikit-learn. */
export async function* train({ eta }, { seed, epochs, folder, signal }) {
  const experiment = {
    dataset: {
      name: "csv",
      path: "../data/flowers.csv",
      target: "species",
      ignore: ["flower", "garden", "colour", "weight"],
      missing: "mean",
      split: "ordered", // 216 rows to train on, and the next 72 to validate
    },
    architecture: { hidden: [8], activation: "tanh", output: "softmax", init: "xavier" },
    loss: "crossEntropy",
    eta,
    batchSize: 10,
    epochs,
    replicates: { count: 1, baseSeed: seed },
  };
  const { results } = await runExperiment(experiment, {
    file: fileURLToPath(new URL("flowers.yaml", import.meta.url)), // does not exist: paths start from its folder
    workers: 1,
    resultsDir: join(folder, "results"),
    storeDir: join(folder, "store"),
    signal,
  });
  const { validationLoss, validationAccuracy } = results.trials[0].record.metrics;
  for (let epoch = 1; epoch < validationLoss.length; epoch++)
    yield { epoch, validationLoss: validationLoss[epoch], validationAccuracy: validationAccuracy[epoch] };
}
