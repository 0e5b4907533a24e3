import type { OpenTable } from "./open-table.ts";
import { dialectOf, unusual, type Delimiter, type FileDialect } from "./reading/dialect.ts";
import { COMMA, DELIMITERS } from "./reading/table-format.ts";
import type { TableOptions } from "./table-options.ts";

/**
 * Returns how the file of a table is written, for other files with rows of it: what its options say, and what was found
 * in it that a part of it might not show: its delimiter, a decimal comma, and the names of columns that have none there.
 */
export function fileDialect({ format }: OpenTable, options: TableOptions): FileDialect {
  const { decimalComma: _, thousands: __, units: ___, dates: ____, ...said } = unusual(dialectOf(options));
  const { missingWords, ...others } = said;
  const written = { ...others, ...(missingWords && { missingWords: missingWords.map(String) }) };
  if (format.kind !== "csv") return written;
  const { mark, delimiter } = format.dialect;
  return {
    ...(format.headings === 0 && { names: format.columns.slice(0, format.cells) }),
    ...(mark === COMMA && { decimal: "comma" }),
    ...written,
    delimiter: delimiterName(delimiter),
  };
}

function delimiterName(byte: number): Delimiter {
  const names = Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[];
  return names.find((name) => DELIMITERS[name] === byte) ?? "auto";
}
