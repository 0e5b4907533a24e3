import type {
  Configuration,
  ConfigurationOf,
  NetworkConfiguration,
  ScheduleOptions,
} from "../fields/configuration.ts";
import { DEFAULT_KIND, type ExperimentKind, type Metric } from "../metrics/metrics.ts";
import { descent } from "./kinds/function.ts";
import type { Kind, MeasuredFacts, StopRules } from "./kinds/kind.ts";
import { network } from "./kinds/network.ts";
import { program } from "./kinds/program.ts";

const KINDS: { readonly [Name in ExperimentKind]: Kind<ConfigurationOf[Name]> } = {
  network,
  function: descent,
  program,
};

/** Returns the name of the kind of a configuration: records leave the default one out. */
export function kindName({
  kind = DEFAULT_KIND,
}: {
  readonly kind?: ExperimentKind | undefined;
}): ExperimentKind {
  return kind;
}

/** Returns the kind of a configuration, whose methods take this configuration, or another one of the kind. */
export function kindOf(configuration: Pick<Configuration, "kind">): Kind<Configuration> {
  return KINDS[kindName(configuration)];
}

/** Returns what the length of a trial counts. */
export function unitOf(kind: ExperimentKind): Kind<Configuration>["unit"] {
  return KINDS[kind].unit;
}

/** Returns how long a trial is: the epochs of a network, the steps of a descent. Both are called epochs from there on. */
export function lengthOf(configuration: Configuration): number {
  return kindOf(configuration).lengthOf(configuration);
}

/** Returns how the learning rate changes on the way; undefined where there is none. */
export function scheduleOf(configuration: Configuration): ScheduleOptions | undefined {
  return kindOf(configuration).scheduleOf(configuration);
}

/** Returns when a trial ends before its last epoch. */
export function stopRules(configuration: Configuration): StopRules {
  return kindOf(configuration).stopRules(configuration);
}

/** Returns what is measured of a configuration: the default metrics and the requested ones, where they exist. */
export function measuredMetrics(
  requested: readonly string[],
  configuration: Configuration,
  facts: MeasuredFacts,
): Metric[] {
  return kindOf(configuration).metricsOf(requested, configuration, facts);
}

/** Returns the network that trials of a configuration train; undefined where they train none. */
export function networkIn(configuration: Configuration): NetworkConfiguration | undefined {
  return kindOf(configuration).networkIn(configuration);
}

/** Returns the network that trials of a configuration train. @throws {TypeError} If they train none. */
export function asNetwork(configuration: Configuration): NetworkConfiguration {
  const trained = networkIn(configuration);
  if (trained) return trained;
  throw new TypeError(`A network is expected (got a configuration of kind ${kindName(configuration)})`);
}
