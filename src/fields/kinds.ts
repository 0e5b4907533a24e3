import { DESCENT_FIELDS } from "./tables/descent.ts";
import { isGroup, isNamed, isRequired, type Entries, type Field, type NamedField } from "./tables/field.ts";
import { FUNCTION_FIELDS } from "./tables/function.ts";
import type { ExperimentKind } from "../metrics/metrics.ts";
import { NETWORK_FIELDS } from "./tables/network.ts";

/** The fields of each kind by their keys, in the order of specs. */
export const KINDS = {
  network: { ...NETWORK_FIELDS.minimized, ...DESCENT_FIELDS, ...NETWORK_FIELDS.course },
  function: { ...FUNCTION_FIELDS.minimized, ...DESCENT_FIELDS, ...FUNCTION_FIELDS.course },
} satisfies Readonly<Record<ExperimentKind, Entries>>;

/** The fields of all kinds by their keys, in an order that is that of each. */
export const ENTRIES = {
  ...FUNCTION_FIELDS.minimized,
  ...NETWORK_FIELDS.minimized,
  ...DESCENT_FIELDS,
  ...NETWORK_FIELDS.course,
  ...FUNCTION_FIELDS.course,
} satisfies Entries;

/** The fields of configurations by their dotted paths: `eta`, `architecture.hidden`; without options such as `dataset.noise`. */
export const FIELDS: ReadonlyMap<string, Field | NamedField> = new Map(fieldsOf(ENTRIES));

/** The paths of the fields that a configuration of each kind has. */
export const FIELDS_OF: Readonly<Record<ExperimentKind, readonly string[]>> = {
  network: pathsOf(KINDS.network),
  function: pathsOf(KINDS.function),
};

/** Fields without a default: every configuration of the kind must be given them. */
export const REQUIRED_FIELDS: Readonly<Record<ExperimentKind, readonly string[]>> = {
  network: FIELDS_OF.network.filter(hasNoDefault),
  function: FIELDS_OF.function.filter(hasNoDefault),
};

/** Fields whose value is a name with options, which are fields of their own: `optimizer` and `optimizer.l2`. */
export const NAMED_FIELDS: readonly string[] = [...FIELDS].flatMap(([path, field]) => {
  return isNamed(field) ? path : [];
});

/** Returns the field that a path is an option of, `dataset` for `dataset.noise`; undefined for any other path. */
export function namedFieldOf(path: string): string | undefined {
  return NAMED_FIELDS.find((field) => path.startsWith(`${field}.`));
}

function fieldsOf(entries: Entries): [path: string, field: Field | NamedField][] {
  return Object.entries(entries).flatMap(([key, entry]): [string, Field | NamedField][] => {
    if (!isGroup(entry)) return [[key, entry]];
    return Object.entries(entry.fields).map(([name, field]) => [`${key}.${name}`, field]);
  });
}

function pathsOf(entries: Entries): string[] {
  return fieldsOf(entries).map(([path]) => path);
}

function hasNoDefault(path: string): boolean {
  const field = FIELDS.get(path);
  return field !== undefined && isRequired(field);
}
