import type { ColumnEncoding, TargetEncoding } from "../../data/table/encoding.ts";
import type { FileDialect } from "../../data/table/reading/dialect.ts";
import { kindOfFile } from "../../data/table/reading/kind-of-file.ts";
import { sampleTable } from "../../data/table/reading/sample-table.ts";
import type { TableFile } from "../../data/table/reading/table-file.ts";
import { COMMA, type KnownFormat, type TableFormat } from "../../data/table/reading/table-format.ts";
import { sourceColumn } from "../../model/inputs/encode-columns.ts";
import type { Model } from "../../model/model.ts";
import { predictorOf, type Predictor } from "../../model/predictor.ts";

/** How a file is to be read, and what answers its rows: text in them means the same to both. */
export interface ReadAsTrained {
  readonly format: KnownFormat;
  readonly model: Predictor;
}

/**
 * Returns how a file is to be read for a model: as the training's file was; with another delimiter if only that gives the
 * columns which the model needs.
 *
 * @param dialect How the file differs from the one used in training.
 * @throws {DatasetError} If the file is no table.
 */
export function readAsTrained(model: Model, file: TableFile, dialect: FileDialect): ReadAsTrained {
  const { inputs, target } = model;
  const kind = kindOfFile(file.shown);
  if (inputs.kind !== "columns")
    return { format: sampleTable(file, { kind, ...dialect }).format, model: predictorOf(model) };
  const own = merged(inputs.dialect, dialect);
  const written = { kind, ...own };
  const asTrained = formatOf(file, written, target);
  const isOurs = dialect.delimiter !== undefined || hasColumns(asTrained, inputs.columns);
  const found = isOurs ? asTrained : formatOf(file, { ...written, delimiter: "auto" }, target);
  const format = hasColumns(found, inputs.columns) ? found : asTrained;
  const decimal = format.kind === "csv" && format.dialect.mark === COMMA ? "comma" : "point";
  return { format, model: predictorOf({ ...model, inputs: { ...inputs, dialect: { ...own, decimal } } }) };
}

/** Cells are read unchanged, because the model itself contains how each column spells numbers. */
function formatOf(file: TableFile, written: TableFormat, target: TargetEncoding): KnownFormat {
  const { format } = sampleTable(file, { ...written, ...inputNames(file, written, target) });
  return { ...format, writings: [] };
}

function hasColumns({ columns }: KnownFormat, inputs: readonly ColumnEncoding[]): boolean {
  return inputs.every((encoding) => columns.includes(sourceColumn(encoding)));
}

/** A file that names its columns has its own names, unless they are given, too. */
function merged(trained: FileDialect = {}, said: FileDialect): FileDialect {
  return { ...trained, ...(said.header === true && { names: [] }), ...said };
}

/** Returns the names without the columns to predict, if a file without names has that many fewer columns. */
function inputNames(file: TableFile, written: TableFormat, target: TargetEncoding): FileDialect {
  const { kind, header = true, names = [] } = written;
  if (kind !== "csv" || header || names.length === 0) return {};
  const { columns } = sampleTable(file, { ...written, names: [] }).format;
  const targets = target.kind === "classes" ? [target.column] : target.columns.map(({ column }) => column);
  const inputs = names.filter((name) => !targets.includes(name));
  return columns.length === inputs.length ? { names: inputs } : {};
}
