import { clipText } from "../../text/clip-text.ts";
import { visibleText } from "../../text/visible-text.ts";
import { DatasetError, type OptionFault } from "../dataset-error.ts";
import { kindOf, type ColumnKind } from "./reading/column-kinds.ts";
import type { TableSample } from "./reading/sample-table.ts";
import type { TableOptions } from "./table-options.ts";
import { meantColumn } from "./reading/meant-column.ts";
import { statement, type Statement } from "../../statement.ts";

/** What the columns of a table are for. */
export interface ColumnRoles {
  /** What each is read as, in the file's order. */
  readonly kinds: readonly ColumnKind[];
  /** Places of the columns to predict, and of those that divide the rows. */
  readonly targets: readonly number[];
  readonly group: number | undefined;
  readonly split: number | undefined;
  /** Places of the inputs. */
  readonly inputs: readonly number[];
}

/** Options that name columns, one or several. */
const COLUMN_OPTIONS = [
  "target",
  "targets",
  "ignore",
  "categories",
  "numbers",
  "group",
  "splitColumn",
  "decimalComma",
  "thousands",
  "units",
  "dates",
  "dropWithout",
  "fillMean",
  "fillMedian",
  "fillMostFrequent",
] as const;
/** Those whose columns are numbers. */
const NUMBER_OPTIONS = ["numbers", "decimalComma", "thousands", "units"] as const;

/** Returns what the columns are for. @throws {DatasetError} If options name columns that are not there, or none. */
export function columnRoles(written: TableOptions, sample: TableSample): ColumnRoles {
  const names = sample.format.columns;
  const options = withTableNames(written, names);
  const faults = [
    ...COLUMN_OPTIONS.flatMap((option) => missingColumns(option, options, names)),
    ...targetFaults(options),
  ];
  if (faults.length > 0) throw new DatasetError(faults);
  const placeOf = (name: string | undefined) => (name === undefined ? undefined : names.indexOf(name));
  const [group, split] = [placeOf(options.group), placeOf(options.splitColumn)];
  const targets = namedBy("target", options)
    .concat(options.targets)
    .map((name) => names.indexOf(name));
  const kinds = names.map((name, place): ColumnKind => {
    if (place === group || place === split || options.categories.includes(name)) return "category";
    const isNumber = NUMBER_OPTIONS.some((option) => options[option]?.includes(name));
    if (isNumber || (targets.includes(place) && options.target === undefined)) return "number";
    if (options.ignore.includes(name) || options.dates?.includes(name)) return "ignored";
    const isNameless = sample.format.unnamed.includes(name) && !targets.includes(place);
    return isNameless ? "ignored" : kindOf(place, sample);
  });
  const taken = new Set([group, split, ...targets]);
  const inputs = names.flatMap((_, place) => (taken.has(place) || kinds[place] === "ignored" ? [] : [place]));
  if (inputs.length > 0) return { kinds, targets, group, split, inputs };
  const message = "The options leave no column to learn from";
  throw new DatasetError([{ option: "ignore", code: "column-roles", message }]);
}

/** Returns options that name columns as the table does. */
function withTableNames(options: TableOptions, names: readonly string[]): TableOptions {
  const nameOf = (written: string) => meantColumn(written, names) ?? written;
  const renamed = COLUMN_OPTIONS.flatMap((option) => {
    const value = options[option];
    if (value === undefined) return [];
    return [[option, typeof value === "string" ? nameOf(value) : value.map(nameOf)] as const];
  });
  return { ...options, ...Object.fromEntries(renamed) };
}

function namedBy(option: (typeof COLUMN_OPTIONS)[number], options: TableOptions): readonly string[] {
  const value = options[option];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

function missingColumns(
  option: (typeof COLUMN_OPTIONS)[number],
  options: TableOptions,
  names: readonly string[],
): OptionFault[] {
  const absent = namedBy(option, options).filter((name) => !names.includes(name));
  return absent.map((name) => {
    return { option, ...unknownColumn(option, name, names) };
  });
}

/** Returns that an option names a column that a table does not have. */
export function unknownColumn(option: string, name: string, names: readonly string[]): Statement {
  const columns = names.slice(0, 30).map(shortName).join(", ") + (names.length > 30 ? ", ..." : "");
  const found = JSON.stringify(visibleText(name));
  const words = { unknown: "column", found, where: ` in ${option}`, allowed: columns };
  return statement("unknown-column", words, `Columns: ${columns}`);
}

/** A name may be a megabyte, where a file is no table. */
function shortName(name: string): string {
  return visibleText(clipText(name, LONGEST_NAME, "..."));
}

const LONGEST_NAME = 63;

function targetFaults({ target, targets, ignore }: TableOptions): OptionFault[] {
  const hint = "Write target: NAME, or targets: [NAME, NAME] for several columns of numbers";
  const refuse = (option: string, found: string): OptionFault[] => {
    const rule = { subject: "The options", verb: "must name", allowed: "what to predict, once", found };
    return [{ option, ...statement("column-roles", rule, hint) }];
  };
  if (target === undefined && targets.length === 0) return refuse("path", "neither target nor targets");
  if (target !== undefined && targets.length > 0) return refuse("targets", "both target and targets");
  if (target !== undefined && ignore.includes(target)) return refuse("ignore", "a target that is ignored");
  return [];
}
