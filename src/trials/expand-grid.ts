import { shareEqual } from "../data/share-equal.ts";
import { configurationOf } from "../spec/configuration/configuration-of.ts";
import type { Axis, Configuration, Experiment, NetworkConfiguration } from "../spec/experiment.ts";
import type { FieldValue } from "../spec/field-value.ts";

/** A configuration of the grid with the names that rules have given it. */
export interface GridPoint {
  readonly configuration: Configuration;
  /** The variant that it comes from. */
  readonly variant?: string;
  /** What `include` calls it. */
  readonly name?: string;
}

/**
 * Yields every configuration of the grid: axes in document order, the last one fastest; rules applied. Equal data sets,
 * architectures, optimizers and schedules are one object.
 */
export function* expandGrid({ base, axes, sweep }: GridOf): Generator<GridPoint> {
  const share = shareParts();
  if (!sweep.points) {
    for (const configuration of expandFrom(base, axes)) yield { configuration: share(configuration) };
    return;
  }
  for (const { cells, variant, name } of sweep.points) {
    const names = { ...(variant !== undefined && { variant }), ...(name !== undefined && { name }) };
    yield { configuration: share(configurationOf(cells)), ...names };
  }
}

type GridOf = Pick<Experiment, "base" | "axes" | "sweep">;

/** Returns the value of the field at a dotted path. */
export function fieldAt(configuration: Configuration, path: string): FieldValue {
  return path
    .split(".")
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], configuration) as FieldValue;
}

function shareParts(): (configuration: Configuration) => Configuration {
  const share = shareEqual();
  return (configuration) => (configuration.kind === "function" ? configuration : shareNetwork(configuration));

  function shareNetwork(configuration: NetworkConfiguration): NetworkConfiguration {
    return {
      ...configuration,
      dataset: share(configuration.dataset),
      architecture: share(configuration.architecture),
      optimizer: share(configuration.optimizer),
      schedule: share(configuration.schedule),
      earlyStopping: share(configuration.earlyStopping),
      target: share(configuration.target),
    };
  }
}

function* expandFrom(configuration: Configuration, axes: readonly Axis[]): Generator<Configuration> {
  const [axis, ...rest] = axes;
  if (!axis) {
    yield configuration;
    return;
  }
  for (const value of axis.values) yield* expandFrom(withField(configuration, axis.path, value), rest);
}

function withField(configuration: Configuration, path: string, value: FieldValue): Configuration {
  const [key, ...rest] = path.split(".") as [keyof Configuration, ...string[]];
  if (rest.length === 0) return { ...configuration, [key]: value };
  return { ...configuration, [key]: { ...(configuration[key] as object), [rest.join(".")]: value } };
}
