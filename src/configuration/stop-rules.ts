import type { Configuration, EarlyStopping, Target } from "../fields/configuration.ts";

/** When a trial ends before its last epoch. */
export interface StopRules {
  readonly earlyStopping: EarlyStopping;
  readonly target: Target;
}

const NEVER: EarlyStopping = { metric: "value", patience: 0, minDelta: 0, restoreBest: false };

/** Returns when a trial ends before its last epoch: the tolerance of a descent is a target for the norm of its gradient. */
export function stopRules(configuration: Configuration): StopRules {
  if (configuration.kind !== "function") return configuration;
  return { earlyStopping: NEVER, target: { metric: "gradientNorm", value: configuration.tolerance } };
}
