import type { Configuration } from "../fields/configuration.ts";

/** Returns how long a trial is: the epochs of a network, the steps of a descent. Both are told as epochs from there on. */
export function lengthOf(configuration: Configuration): number {
  return configuration.kind === "function" ? configuration.steps : configuration.epochs;
}
