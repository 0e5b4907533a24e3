import type { Dataset } from "../dataset.ts";
import { DatasetError } from "../dataset-error.ts";
import type { CategoryEncoding } from "./encoding.ts";
import { categoryFinder } from "./find-category.ts";
import { columnAt } from "./fit-table.ts";
import { faultAtCell } from "./locate-cell.ts";
import type { PreparedTable } from "./open-table.ts";
import { quoted } from "./reading/read-table.ts";
import type { CategoryColumn, NumberColumn, TableColumn } from "./reading/table.ts";
import { statement } from "../../statement.ts";

/** Returns the arrays that a table becomes. @throws {DatasetError} If a number is too large for a float32. */
export function encodeTable(prepared: PreparedTable): Dataset {
  const { open, rows, parts, encoding, facts } = prepared;
  const { features } = facts;
  const inputs = new Float32Array(rows.length * features);
  let offset = 0;
  encoding.inputs.forEach((input, i) => {
    const column = columnAt(open, open.roles.inputs[i]!);
    if (input.kind === "number") {
      const { center, scale, missing = NaN } = input;
      write({ prepared, column: column as NumberColumn, center, scale, missing }, inputs, {
        offset,
        step: features,
      });
    } else {
      const unitOf = unitsOf(input, column as CategoryColumn);
      rows.forEach((row, place) => {
        const unit = unitOf[column.values.at(row)]!;
        if (unit >= 0) inputs[place * features + offset + unit] = 1;
      });
    }
    offset += input.kind === "number" ? 1 : input.categories.length;
  });
  const arrays = { ...facts, inputs, parts, encoding };
  const columns = open.roles.targets.map((place) => columnAt(open, place));
  const { target } = encoding;
  if (target.kind === "classes")
    return { ...arrays, labels: labelsOf(target.classes, columns[0] as CategoryColumn, rows) };
  const targets = new Float32Array(rows.length * columns.length);
  target.columns.forEach(({ center, scale }, i) => {
    const column = columns[i] as NumberColumn;
    write({ prepared, column, center, scale, missing: NaN }, targets, { offset: i, step: columns.length });
  });
  return { ...arrays, targets };
}

/** How a column of numbers is written. */
interface Scaled {
  readonly prepared: PreparedTable;
  readonly column: NumberColumn;
  readonly center: number;
  readonly scale: number;
  readonly missing: number;
}

/** Writes (x - center) / scale for each row, a step apart. */
function write(
  { prepared, column, center, scale, missing }: Scaled,
  into: Float32Array,
  { offset, step }: { offset: number; step: number },
): void {
  const { rows } = prepared;
  const { values } = column;
  for (let place = 0; place < rows.length; place++) {
    const value = values.at(rows[place]!);
    const scaled = Math.fround(((value === value ? value : missing) - center) / scale);
    if (scaled - scaled !== 0) throw tooLarge(prepared, column, rows[place]!);
    into[place * step + offset] = scaled;
  }
}

function tooLarge({ open }: PreparedTable, { name }: TableColumn, row: number): DatasetError {
  const rule = { verb: "must have", allowed: "numbers below 3.4e38 after scaling", found: "a larger one" };
  const wrong = statement("wrong-cell", { subject: `Column ${quoted(name)}`, ...rule });
  return new DatasetError([faultAtCell(open, { row, column: name }, wrong)]);
}

/** Returns the input of each code of a column, counted from its first one; -1 where all of them are 0. */
function unitsOf(encoding: CategoryEncoding, { values }: CategoryColumn): number[] {
  const { categories, missing } = encoding;
  return [
    missing === undefined ? -1 : categories.indexOf(missing),
    ...values.words.map(categoryFinder(encoding)),
  ];
}

function labelsOf(classes: readonly string[], { values }: CategoryColumn, rows: Uint32Array): Uint8Array {
  const labels = values.words.map((word) => classes.indexOf(word));
  return Uint8Array.from(rows, (row) => labels[values.at(row) - 1]!);
}
