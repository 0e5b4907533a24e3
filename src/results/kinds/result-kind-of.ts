import { kindName } from "../../configuration/kind-of.ts";
import type { Configuration, ConfigurationOf } from "../../fields/configuration.ts";
import type { ExperimentKind } from "../../metrics/metrics.ts";
import { descent } from "./function.ts";
import { network } from "./network.ts";
import { program } from "./program.ts";
import type { ResultKind } from "./result-kind.ts";

const KINDS: { readonly [Name in ExperimentKind]: ResultKind<ConfigurationOf[Name]> } = {
  network,
  function: descent,
  program,
};

/** Returns the kind of a configuration, for results. */
export function resultKindOf(configuration: Configuration): ResultKind<Configuration> {
  return KINDS[kindName(configuration)];
}

/** Returns whether a field is given rather than chosen, for any kind of experiment. */
export function isGiven(path: string, isLoss: boolean): boolean {
  return Object.values(KINDS).some((kind) => kind.isGiven(path, isLoss));
}
