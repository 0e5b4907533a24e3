import type { Configuration, NetworkConfiguration } from "../fields/configuration.ts";
import type { Trial } from "../trials/trial.ts";

/** Returns what a trial of a fleet trains: descents on functions are over before a message has arrived, and stay at home. */
export function networkOfTrial({ configuration }: Pick<Trial, "configuration">): NetworkConfiguration {
  if (!isNetwork(configuration)) throw new TypeError("Cannot send a trial as it must train a network");
  return configuration;
}

/** Whether a configuration trains a network. */
export function isNetwork(configuration: Configuration): configuration is NetworkConfiguration {
  return configuration.kind !== "function";
}
