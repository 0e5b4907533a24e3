import type {
  FunctionConfiguration,
  NetworkConfiguration,
  ProgramConfiguration,
} from "../fields/configuration.ts";
import { optionFields } from "../fields/defaults.ts";
import {
  isGroup,
  isNamed,
  isOpen,
  type Entries,
  type Entry,
  type NamedOptions,
} from "../fields/tables/field.ts";
import { ENTRIES } from "../fields/kinds.ts";

/** A configuration, or one of its fields with fields of its own, without what is at its default. */
export type StatedFields = Readonly<Record<string, unknown>>;

/** Fields of configurations of any kind. */
type AnyFields = Omit<NetworkConfiguration, "kind"> &
  Omit<FunctionConfiguration, "kind"> &
  Omit<ProgramConfiguration, "kind"> & { readonly kind: "function" | "program" | undefined };

/** Returns the fields of a configuration that a file has to state to mean it: all that are not at their default. */
export function withoutDefaults(configuration: Partial<AnyFields>): StatedFields {
  return statedIn({ ...configuration }, ENTRIES);
}

/** Returns the name of a data set or optimizer with the options that are not at their default. */
export function statedOptions({ name, ...options }: Partial<NamedOptions> & { name: string }): StatedFields {
  return { name, ...statedIn(options, optionFields(name)) };
}

function statedIn(values: StatedFields, entries: Entries): StatedFields {
  const stated: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const entry = entries[key]; // the digest of a data set's files has none, and is stated
    const said = entry && value !== undefined ? statedValue(value, entry) : value;
    if (said !== undefined) stated[key] = said;
  }
  return stated;
}

/** Returns what is to be stated of a value; undefined where it is the default. */
function statedValue(value: unknown, entry: Entry): unknown {
  if (isOpen(entry)) return value;
  if (isGroup(entry)) {
    const inside = statedIn(value as StatedFields, entry.fields);
    return Object.keys(inside).length > 0 ? inside : undefined;
  }
  if (!isNamed(entry)) return isSame(value, entry.default) ? undefined : value;
  const stated = statedOptions(value as NamedOptions);
  return Object.keys(stated).length === 1 && stated["name"] === entry.default ? undefined : stated;
}

function isSame(value: unknown, other: unknown): boolean {
  return value === other || (Array.isArray(value) && JSON.stringify(value) === JSON.stringify(other));
}
