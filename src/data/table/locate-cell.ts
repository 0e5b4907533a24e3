import type { Statement } from "../../statement.ts";
import type { DataFault } from "../dataset-error.ts";
import type { OpenTable } from "./open-table.ts";
import { ENOUGH, faultAt, feedFile } from "./reading/table-file.ts";
import { readerOf } from "./reading/table-format.ts";
import type { CellPlace } from "./reading/table-row.ts";

/** Returns a fault at a cell of a table: the file is read again as far as that. */
export function faultAtCell(
  { file, format, table }: OpenTable,
  { row, column }: { row: number; column: string },
  wrong: Statement,
): DataFault {
  const cell = table.names.indexOf(column);
  let left = row + format.headings;
  let place: CellPlace | undefined;
  feedFile(file, () =>
    readerOf(format, (found) => {
      if (left-- > 0) return;
      place = found.place(cell);
      throw ENOUGH;
    }),
  );
  return faultAt(file.shown, place!, wrong);
}
