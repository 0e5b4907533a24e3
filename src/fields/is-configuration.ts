import {
  isGroup,
  isNamed,
  isOpen,
  isRequired,
  type Entries,
  type Entry,
  type Field,
  type NamedField,
  type OpenGroup,
} from "./tables/field.ts";
import { isValid } from "./schema/is-valid.ts";
import { DEFAULT_KIND, kindNamed } from "../metrics/metrics.ts";
import { KINDS } from "./kinds.ts";
import { OWN_NAME } from "./tables/program.ts";

/** `all`: nothing is left out. `required`: what has a default may be, as a field that came later is in older data. */
export type Completeness = "all" | "required";

/** Returns whether data is a configuration: each field has one value that fits the table, and no other field is there. */
export function isConfiguration(data: unknown, completeness: Completeness = "all"): boolean {
  if (!isMap(data)) return false;
  const { kind, ...fields } = data;
  const name = kindNamed(kind);
  const isStated = name !== DEFAULT_KIND; // the default kind is left out
  return kind === (isStated ? name : undefined) && isMapOf(fields, KINDS[name], completeness);
}

function isMapOf(data: Fields, entries: Entries, completeness: Completeness): boolean {
  return (
    Object.keys(data).every((key) => Object.hasOwn(entries, key)) &&
    Object.entries(entries).every(([key, entry]) => isEntry(data[key], entry, completeness))
  );
}

function isEntry(data: unknown, entry: Entry, completeness: Completeness): boolean {
  if (data === undefined) return completeness === "required" && mayBeLeftOut(entry);
  if (isGroup(entry)) return isMap(data) && isMapOf(data, entry.fields, completeness);
  if (isOpen(entry)) return isMap(data) && Object.entries(data).every(isParameterOf(entry));
  return isNamed(entry) ? isName(data, entry, completeness) : isValid(entry.value, data);
}

function isParameterOf({ each }: OpenGroup): (entry: [string, unknown]) => boolean {
  return ([name, value]) => new RegExp(OWN_NAME).test(name) && isValid(each.value, value);
}

function isName(data: unknown, { names }: NamedField, completeness: Completeness): boolean {
  if (!isMap(data)) return false;
  const { name, ...values } = data;
  if (typeof name !== "string" || !Object.hasOwn(names, name)) return false;
  const { options = {} } = names[name] ?? {};
  return (
    Object.keys(values).every((option) => Object.hasOwn(options, option)) &&
    Object.entries(options).every(([option, field]) => isOption(values[option], field, completeness))
  );
}

function isOption(data: unknown, field: Field, completeness: Completeness): boolean {
  if (data !== undefined) return isValid(field.value, data);
  return !isRequired(field) && (completeness === "required" || field.default === undefined);
}

function mayBeLeftOut(entry: Entry): boolean {
  if (isOpen(entry)) return true;
  return isGroup(entry) ? Object.values(entry.fields).every(mayBeLeftOut) : !isRequired(entry);
}

type Fields = Readonly<Record<string, unknown>>;

function isMap(data: unknown): data is Fields {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
