import type { Axis, Configuration, Experiment, FieldValue } from "../spec/experiment.ts";

/** Yields every point of the grid: axes in document order, the last one fastest. */
export function* expandGrid({ base, axes }: Pick<Experiment, "base" | "axes">): Generator<Configuration> {
  yield* expandFrom(base, axes);
}

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
