import type { EarlyStopping, FunctionConfiguration } from "../../fields/configuration.ts";
import { functionMetrics } from "../../metrics/metrics.ts";
import type { Kind } from "./kind.ts";

const NEVER: EarlyStopping = { metric: "value", patience: 0, minDelta: 0, restoreBest: false };

/** The descent on a function: it has neither data, weights nor random numbers. */
export const descent: Kind<FunctionConfiguration> = {
  unit: "step",
  startInPage: "from the same start",
  lengthOf: ({ steps }) => steps,
  withLength: (configuration, steps) => ({ ...configuration, steps }),
  sharesPrefixes: () => true,
  scheduleOf: ({ schedule }) => schedule,
  stopRules: ({ tolerance }) => ({
    earlyStopping: NEVER,
    target: { metric: "gradientNorm", value: tolerance },
  }),
  metricsOf: (_, { start }) => functionMetrics(start.length),
  alwaysMeasured: ({ start }) => functionMetrics(start.length),
  networkIn: () => undefined,
  effective: (configuration) => configuration,
  isSelfContained: () => true,
  isRandom: () => false,
};
