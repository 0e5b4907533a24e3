import type { ColumnEncoding, TargetEncoding } from "../../data/table/encoding.ts";
import type { CellWriting } from "../../data/table/reading/writing/cell-writing.ts";
import { DATE_ORDERS, DATE_PARTS } from "../../data/table/reading/writing/date-writing.ts";
import { DECIMAL_NAMES, DELIMITER_NAMES, type FileDialect } from "../../data/table/reading/dialect.ts";
import type { InputEncoding } from "../model.ts";
import {
  count,
  divisor,
  entries,
  flag,
  member,
  misfit,
  names,
  number,
  optional,
  text,
  word,
  type Part,
} from "./checked.ts";

/** Returns what a network's inputs are made of. @throws {ModelFileError} */
export function checkInputs(part: Part): InputEncoding {
  const kind = word(member(part, "kind"), ["columns", "pixels", "numbers"]);
  const countOf = (key: string): number => count(member(part, key));
  switch (kind) {
    case "columns": {
      const columns = entries(member(part, "columns")).map(checkColumn);
      checkNames(member(part, "columns"), columns);
      const dialect = optional(member(part, "dialect"), checkDialect);
      return { kind, columns, ...(dialect && { dialect }) };
    }
    case "pixels":
      return { kind, height: countOf("height"), width: countOf("width"), channels: countOf("channels") };
    case "numbers":
      return { kind, count: countOf("count") };
    default:
      return kind satisfies never;
  }
}

/** Returns how a training's file was written, without what is not said. @throws {ModelFileError} */
function checkDialect(part: Part): FileDialect {
  const read = <Value>(key: string, check: (part: Part) => Value): Record<string, Value> => {
    const value = optional(member(part, key), check);
    return value === undefined ? {} : { [key]: value };
  };
  return {
    ...read("delimiter", (name) => word(name, DELIMITER_NAMES)),
    ...read("decimal", (name) => word(name, DECIMAL_NAMES)),
    ...read("header", flag),
    ...read("names", names),
    ...read("comment", text),
    ...read("missingWords", names),
    ...read("presentWords", names),
  };
}

/** Returns what a network answers. @throws {ModelFileError} */
export function checkTarget(part: Part): TargetEncoding {
  const kind = word(member(part, "kind"), ["classes", "numbers"]);
  if (kind === "classes")
    return { kind, column: text(member(part, "column")), classes: names(member(part, "classes")) };
  const columns = entries(member(part, "columns")).map((column) => ({
    column: text(member(column, "column")),
    center: number(member(column, "center")),
    scale: divisor(member(column, "scale")),
  }));
  checkNames(member(part, "columns"), columns);
  return { kind, columns };
}

function checkColumn(part: Part): ColumnEncoding {
  const kind = word(member(part, "kind"), ["number", "category"]);
  const column = text(member(part, "column"));
  if (kind === "number") {
    const [center, scale] = [number(member(part, "center")), divisor(member(part, "scale"))];
    const missing = optional(member(part, "missing"), number);
    const writing = optional(member(part, "writing"), checkWriting);
    return {
      kind,
      column,
      center,
      scale,
      ...(missing !== undefined && { missing }),
      ...(writing !== undefined && { writing }),
    };
  }
  const categories = names(member(part, "categories"));
  const oneOf = (part: Part): string => word(part, categories);
  const missing = optional(member(part, "missing"), oneOf);
  const other = optional(member(part, "other"), oneOf);
  return {
    kind,
    column,
    categories,
    ...(missing !== undefined && { missing }),
    ...(other !== undefined && { other }),
  };
}

function checkWriting(part: Part): CellWriting {
  const kind = word(member(part, "kind"), ["number", "date"]);
  if (kind === "date")
    return {
      kind,
      column: text(member(part, "column")),
      order: word(member(part, "order"), DATE_ORDERS),
      part: word(member(part, "part"), DATE_PARTS),
    };
  const mark = word(member(part, "mark"), [".", ","]);
  const thousands = flag(member(part, "thousands"));
  const unit = member(part, "unit");
  const [before, behind, ...others] = entries(unit).map(text);
  if (before === undefined || behind === undefined || others.length > 0)
    throw misfit(unit, "the text before and after a number");
  return { kind, mark, thousands, unit: [before, behind] };
}

function checkNames(part: Part, columns: readonly { readonly column: string }[]): void {
  const different = new Set(columns.map(({ column }) => column));
  if (different.size < columns.length) throw misfit(part, "columns of different names");
}
