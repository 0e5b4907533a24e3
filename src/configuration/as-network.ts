import type { Configuration, NetworkConfiguration } from "../fields/configuration.ts";

/** Returns a configuration as that of a network. @throws {TypeError} If it is of a descent on a function. */
export function asNetwork(configuration: Configuration): NetworkConfiguration {
  if (configuration.kind !== "function") return configuration;
  throw new TypeError(
    "Cannot train as the configuration must be of a network: it is of a descent on a function",
  );
}
