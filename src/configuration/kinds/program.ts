import type { EarlyStopping, ProgramConfiguration } from "../../fields/configuration.ts";
import { metricNamed } from "../../metrics/metrics.ts";
import type { Kind } from "./kind.ts";

const NEVER: EarlyStopping = { metric: "none", patience: 0, minDelta: 0, restoreBest: false };

/** A run of the user's program. What it does is not known: it stops itself, and measures what it declares. */
export const program: Kind<ProgramConfiguration> = {
  unit: "epoch",
  startInPage: "by its program",
  sharesPrefixes: ({ checkpoints }) => checkpoints,
  scheduleOf: () => undefined,
  lengthOf: ({ epochs }) => epochs,
  withLength: (configuration, epochs) => ({ ...configuration, epochs }),
  stopRules: () => ({ earlyStopping: NEVER, target: { metric: "none", value: "none" } }),
  metricsOf: (requested) => requested.map(metricNamed),
  alwaysMeasured: () => [],
  networkIn: () => undefined,
  /** Files are known by their bytes, wherever they are. */
  effective: (configuration) => ({ ...configuration, folder: "." }),
  isSelfContained: () => false,
  isRandom: () => true,
};
