import { configurationOf } from "../spec/configuration-of.ts";
import { expandSweep } from "../spec/expand-sweep.ts";
import type { Axis, Configuration, Experiment } from "../spec/experiment.ts";
import type { FieldValue } from "../spec/field-value.ts";

/** A configuration of the grid with the names that rules have given it. */
export interface GridPoint {
  readonly configuration: Configuration;
  /** The variant that it comes from. */
  readonly variant?: string;
  /** What `include` calls it. */
  readonly name?: string;
}

/** Yields every configuration of the grid: axes in document order, the last one fastest; rules applied. */
export function* expandGrid({ base, axes, sweep }: GridOf): Generator<GridPoint> {
  if (!sweep.written) {
    for (const configuration of expandFrom(base, axes)) yield { configuration };
    return;
  }
  for (const { cells, variant, name } of expandSweep(sweep).points) {
    const names = { ...(variant !== undefined && { variant }), ...(name !== undefined && { name }) };
    yield { configuration: configurationOf(cells), ...names };
  }
}

type GridOf = Pick<Experiment, "base" | "axes" | "sweep">;

/** Returns the value of the field at a dotted path. */
export function fieldAt(configuration: Configuration, path: string): FieldValue {
  return path
    .split(".")
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], configuration) as FieldValue;
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
