import { DESCENT_FIELDS } from "./tables/descent.ts";
import {
  isGroup,
  isNamed,
  isOpen,
  isRequired,
  type Entries,
  type Entry,
  type Field,
  type NamedField,
} from "./tables/field.ts";
import { FUNCTION_FIELDS } from "./tables/function.ts";
import type { ExperimentKind } from "../metrics/metrics.ts";
import { NETWORK_FIELDS } from "./tables/network.ts";
import { PROGRAM_FIELDS } from "./tables/program.ts";

/** The fields of each kind by their keys, in the order of specs. */
export const KINDS = {
  network: { ...NETWORK_FIELDS.minimized, ...DESCENT_FIELDS, ...NETWORK_FIELDS.course },
  function: { ...FUNCTION_FIELDS.minimized, ...DESCENT_FIELDS, ...FUNCTION_FIELDS.course },
  program: { ...PROGRAM_FIELDS.started, ...PROGRAM_FIELDS.course },
} satisfies Readonly<Record<ExperimentKind, Entries>>;

/** The fields of all kinds by their keys, in an order that is that of each. */
export const ENTRIES = {
  ...PROGRAM_FIELDS.started,
  ...FUNCTION_FIELDS.minimized,
  ...NETWORK_FIELDS.minimized,
  ...DESCENT_FIELDS,
  ...NETWORK_FIELDS.course,
  ...FUNCTION_FIELDS.course,
} satisfies Entries;

/** The fields of configurations by their dotted paths: `eta`, `architecture.hidden`; without options such as `dataset.noise`. */
export const FIELDS: ReadonlyMap<string, Field | NamedField> = new Map(fieldsOf(ENTRIES));

/** The fields of each kind by their dotted paths, without those that the user names. */
export const FIELDS_BY_KIND: Readonly<Record<ExperimentKind, ReadonlyMap<string, Field | NamedField>>> = {
  network: new Map(fieldsOf(KINDS.network)),
  function: new Map(fieldsOf(KINDS.function)),
  program: new Map(fieldsOf(KINDS.program)),
};

/** The paths of the fields that a configuration of each kind has. */
export const FIELDS_OF: Readonly<Record<ExperimentKind, readonly string[]>> = {
  network: [...FIELDS_BY_KIND.network.keys()],
  function: [...FIELDS_BY_KIND.function.keys()],
  program: [...FIELDS_BY_KIND.program.keys()],
};

/** Fields without a default: every configuration of the kind must be given them. */
export const REQUIRED_FIELDS: Readonly<Record<ExperimentKind, readonly string[]>> = {
  network: requiredIn(KINDS.network),
  function: requiredIn(KINDS.function),
  program: requiredIn(KINDS.program),
};

/** Groups whose fields the user names, by their keys. */
const OPEN_GROUPS: readonly [key: string, each: Field][] = Object.entries<Entry>(ENTRIES).flatMap(
  ([key, entry]): [string, Field][] => (isOpen(entry) ? [[key, entry.each]] : []),
);

/** Returns the field at a dotted path, also where the user names it: `parameters.eta`; undefined if there is none. */
export function fieldAt(path: string): Field | NamedField | undefined {
  return FIELDS.get(path) ?? OPEN_GROUPS.find(([key]) => isBelow(path, key))?.[1];
}

/** The keys of groups whose fields the user names. */
export const OPEN_KEYS: readonly string[] = OPEN_GROUPS.map(([key]) => key);

/** Returns the key of the open group that a path is in, `parameters` for `parameters.eta`; undefined for any other path. */
export function openKeyOf(path: string): string | undefined {
  return OPEN_KEYS.find((key) => isBelow(path, key));
}

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
    if (isOpen(entry)) return [];
    if (!isGroup(entry)) return [[key, entry]];
    return Object.entries(entry.fields).map(([name, field]) => [`${key}.${name}`, field]);
  });
}

function requiredIn(entries: Entries): string[] {
  return fieldsOf(entries).flatMap(([path, field]) => (isRequired(field) ? path : []));
}

/** Returns whether a path is of a field in a group: one word below its key. */
function isBelow(path: string, key: string): boolean {
  return path.startsWith(`${key}.`) && !path.includes(".", key.length + 1);
}
