import type { FieldValue } from "../fields/tables/field.ts";

/** The values of a configuration by dotted path; `dataset` is the name of the data set. */
export type Fields = ReadonlyMap<string, FieldValue>;

/** Returns the fields that have one and the same value in all configurations. */
export function commonFields(configurations: readonly Fields[]): Fields {
  const [first, ...rest] = configurations;
  const isCommon = ([path, value]: [string, FieldValue]) => {
    const text = JSON.stringify(value);
    return rest.every((other) => JSON.stringify(other.get(path)) === text);
  };
  return new Map([...(first ?? [])].filter(isCommon));
}
