import { kindName } from "../../configuration/kind-of.ts";
import type { Configuration, ConfigurationOf } from "../../fields/configuration.ts";
import type { ExperimentKind } from "../../metrics/metrics.ts";
import { descent } from "./function.ts";
import { network } from "./network.ts";
import { program } from "./program.ts";
import type { TrialKind } from "./trial-kind.ts";

const KINDS: { readonly [Name in ExperimentKind]: TrialKind<ConfigurationOf[Name]> } = {
  network,
  function: descent,
  program,
};

/** Returns what plans know of the kind of a configuration. */
export function trialKindOf(configuration: Configuration): TrialKind<Configuration> {
  return KINDS[kindName(configuration)];
}
