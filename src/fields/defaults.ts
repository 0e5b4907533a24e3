import {
  isNamed,
  type FieldValue,
  type NamedOptions,
  type NamedValue,
  type OptionValue,
} from "./tables/field.ts";
import type { ExperimentKind } from "../metrics/metrics.ts";
import { FIELDS, FIELDS_BY_KIND } from "./kinds.ts";

/** The options of every name of every field: no two fields have a name in common. */
const NAMED: ReadonlyMap<string, NamedValue> = new Map(
  [...FIELDS.values()].flatMap((field) => (isNamed(field) ? Object.entries(field.names) : [])),
);

/**
 * Returns the value that a field has when a spec leaves it out; undefined for a field that every spec must have.
 *
 * @param path Dotted path of a field that is no option: `loss`, `architecture.output`.
 * @param kind What the spec is about: kinds may have fields of one name with defaults of their own.
 */
export function defaultValue(path: string, kind?: ExperimentKind): FieldValue | undefined {
  const field = (kind && FIELDS_BY_KIND[kind].get(path)) ?? FIELDS.get(path);
  if (field?.default === undefined) return undefined;
  return isNamed(field) ? defaultOptions(field.default) : field.default;
}

/** Returns the options of the data set or optimizer of that name, in the order of the table. */
export function optionFields(name: string): NamedValue["options"] {
  return NAMED.get(name)?.options ?? {};
}

/** Returns a data set or optimizer with every option that has a default at it, in the order of the table. */
export function defaultOptions(name: string): NamedOptions {
  const options: Record<string, OptionValue> = {};
  for (const [option, { default: value }] of Object.entries(optionFields(name)))
    if (value !== undefined) options[option] = value;
  return { name, ...options };
}
