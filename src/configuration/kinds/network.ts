import { generatedSource } from "../../data/generated.ts";
import type { NetworkConfiguration } from "../../fields/configuration.ts";
import { networkMetrics } from "../../metrics/metrics.ts";
import { batchExamples } from "../batch-examples.ts";
import type { Kind } from "./kind.ts";

/** The training of a network on a data set. */
export const network: Kind<NetworkConfiguration> = {
  unit: "epoch",
  startInPage: "on generated data",
  lengthOf: ({ epochs }) => epochs,
  withLength: (configuration, epochs) => ({ ...configuration, epochs }),
  sharesPrefixes: () => true,
  scheduleOf: ({ schedule }) => schedule,
  stopRules: ({ earlyStopping, target }) => ({ earlyStopping, target }),
  metricsOf: (requested, { architecture }, facts) =>
    networkMetrics(requested, architecture.hidden.length + 1, facts),
  alwaysMeasured: () => [],
  networkIn: (configuration) => configuration,
  effective: (configuration) => configuration,
  isSelfContained: ({ dataset }) => generatedSource(dataset.name) !== undefined,
  isRandom(configuration, { sizes: { train } }) {
    const { init, dropout } = configuration.architecture;
    return typeof init !== "number" || dropout > 0 || batchExamples(configuration, train) < train;
  },
};
