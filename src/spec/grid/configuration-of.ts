import { fillOptions } from "../../data/fill-options.ts";
import type { DatasetOptions } from "../../data/source.ts";
import type { Configuration, FieldPath, ValueAt } from "../../fields/configuration.ts";
import {
  isGroup,
  isNamed,
  isNamedOptions,
  isOpen,
  type Entry,
  type FieldValue,
  type NamedOptions,
  type OptionValue,
} from "../../fields/tables/field.ts";
import { KINDS, openKeyOf } from "../../fields/kinds.ts";
import { DEFAULT_KIND } from "../../metrics/metrics.ts";
import type { FunctionOptions } from "../../functions/named-functions.ts";
import type { Cell, Cells } from "../sweep.ts";
import { kindOfCells } from "./kind-of.ts";

/** Returns the configuration that a cell for every field of its kind makes. */
export function configurationOf(cells: Cells): Configuration {
  const kind = kindOfCells(cells);
  const start = kind === DEFAULT_KIND ? {} : { kind };
  return withFields(start, cells, Object.keys(KINDS[kind]));
}

/**
 * Returns a function that makes the configurations of points one after the other. Fields whose cells are the same objects
 * as those of the point before are taken from its configuration: neighbours in a grid differ in few.
 *
 * @param paths Of all cells in which points may differ.
 */
export function configurationReader(paths: Iterable<string>): (cells: Cells) => Configuration {
  const places = [...paths].map((path) => ({ path, field: path.split(".", 1)[0]! }));
  let before: { readonly cells: Cells; readonly configuration: Configuration } | undefined;
  return (cells) => {
    const changed = places.filter(({ path }) => before && cells[path] !== before.cells[path]);
    const fields = new Set(changed.map(({ field }) => field));
    const configuration = before ? withFields(before.configuration, cells, fields) : configurationOf(cells);
    before = { cells, configuration };
    return configuration;
  };
}

/** The values of cells fit the table, from which the type is derived. */
function withFields(configuration: object, cells: Cells, keys: Iterable<string>): Configuration {
  const entries: Readonly<Record<string, Entry>> = KINDS[kindOfCells(cells)];
  const made: Record<string, unknown> = { ...configuration };
  for (const key of keys) made[key] = valueAt(key, entries[key], cells);
  return made as unknown as Configuration;
}

function valueAt(path: string, entry: Entry | undefined, cells: Cells): unknown {
  if (!entry) throw new TypeError(`No field has the path ${path}`);
  if (isGroup(entry)) {
    const values = Object.keys(entry.fields).map((key) => [key, cellAt(cells, `${path}.${key}`).value]);
    return Object.fromEntries(values);
  }
  if (isOpen(entry)) return groupOf(cells, path);
  if (path === "dataset") return datasetOf(cells);
  return isNamed(entry) ? namedOptionsOf(cells, path) : cellAt(cells, path).value;
}

/** Returns the values of the fields that the user has named below a key. */
function groupOf(cells: Cells, key: string): Readonly<Record<string, FieldValue>> {
  const paths = Object.keys(cells).filter((path) => openKeyOf(path) === key);
  return Object.fromEntries(paths.map((path) => [path.slice(key.length + 1), cellAt(cells, path).value]));
}

/** Returns the data set with the options that have cells of their own, and those that follow from them. */
export function datasetOf(cells: Cells): DatasetOptions {
  const options = namedOptionsOf(cells, "dataset");
  const written = cellAt(cells, "dataset").options ?? {};
  return fillOptions(options, (option) => `dataset.${option}` in written || `dataset.${option}` in cells);
}

/** Returns the function with the options that have cells of their own. */
export function functionOf(cells: Cells): FunctionOptions {
  return namedOptionsOf(cells, "function");
}

/** Returns the value of a field that is a name with options, with the options that have cells of their own. */
export function namedOptionsOf(cells: Cells, field: string): NamedOptions {
  const options = asNamed(cellAt(cells, field).value);
  let changed: Record<string, OptionValue> | undefined;
  for (const path in cells) {
    if (!path.startsWith(`${field}.`)) continue;
    const [option, value] = [path.slice(field.length + 1), asOption(cellAt(cells, path).value)];
    if (options[option] !== value) (changed ??= {})[option] = value;
  }
  return changed ? { ...options, ...changed } : options;
}

function asNamed(value: FieldValue): NamedOptions {
  if (isNamedOptions(value)) return value;
  throw new TypeError(`A name with options is expected (got ${JSON.stringify(value)})`);
}

function asOption(value: FieldValue): OptionValue {
  if (!isNamedOptions(value)) return value as OptionValue; // the schema of options has no lists of true and false
  throw new TypeError(`An option is expected (got ${JSON.stringify(value)})`);
}

/** Returns the cell of a field, its value of the type that the table gives it. @throws {TypeError} If there is none. */
export function cellOf<Path extends FieldPath>(cells: Cells, path: Path): Cell<ValueAt<Path>> {
  return cellAt(cells, path) as Cell<ValueAt<Path>>; // the schema, of which the type is made, fits
}

function cellAt(cells: Cells, path: string): Cell {
  const cell = cells[path];
  if (!cell) throw new TypeError(`A configuration has no value of ${path}`);
  return cell;
}
