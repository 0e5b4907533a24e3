import type { Configuration } from "../fields/configuration.ts";
import type { FieldValue } from "../fields/tables/field.ts";

/** The values of a configuration by dotted path; `dataset` is the name of the data set. */
export type Fields = ReadonlyMap<string, FieldValue>;

/** Returns the values of a configuration one by one. */
export function fieldsOf(configuration: Configuration): Fields {
  if (configuration.kind === "function") return new Map(Object.entries(configuration));
  const { dataset, architecture, earlyStopping, target, kind: _, ...others } = configuration;
  const { name, ...options } = dataset;
  const below = (parent: string, map: object): [string, FieldValue][] =>
    Object.entries(map).map(([key, value]) => [`${parent}.${key}`, value as FieldValue]);
  return new Map<string, FieldValue>([
    ["dataset", name],
    ...below("dataset", options),
    ...below("architecture", architecture),
    ...below("earlyStopping", earlyStopping),
    ...below("target", target),
    ...Object.entries(others),
  ]);
}

/** Returns the fields that have one and the same value in all configurations. */
export function commonFields(configurations: readonly Fields[]): Fields {
  const [first, ...rest] = configurations;
  const isCommon = ([path, value]: [string, FieldValue]) => {
    const text = JSON.stringify(value);
    return rest.every((other) => JSON.stringify(other.get(path)) === text);
  };
  return new Map([...(first ?? [])].filter(isCommon));
}
