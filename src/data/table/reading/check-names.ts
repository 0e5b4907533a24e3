import { DatasetError, type DataFault } from "../../dataset-error.ts";
import { parseNumber } from "./parse-number.ts";
import { faultAt, type TableFile } from "./table-file.ts";
import { POINT } from "./table-format.ts";
import type { CellPlace } from "./table-row.ts";

const NOWHERE: CellPlace = { line: 1, column: 1, length: 1, sourceLine: "" };

/**
 * Returns silently if the first line of a file names its columns, each of them, and differently.
 * @throws {DatasetError} With everything that is wrong with it.
 */
export function checkNames(
  { shown }: TableFile,
  names: readonly string[],
  places: readonly CellPlace[],
): void {
  const fault = (place: CellPlace, rule: string, hint?: string): DataFault =>
    faultAt(shown, place, { message: `Cannot read the table as ${rule}`, ...(hint && { hint }) });
  if (names.length === 0)
    throw new DatasetError([fault(NOWHERE, "its first line must name the columns: no line")]);
  if (names.every(isNumber)) {
    const hint = "Put a line with the names of the columns first";
    throw new DatasetError([fault(places[0]!, "its first line must name the columns: numbers", hint)]);
  }
  const known = new Set<string>();
  const faults = names.flatMap((name, i) => {
    if (name === "") return [fault(places[i]!, `every column must have a name: column ${i + 1} has none`)];
    const isFirst = known.size < known.add(name).size;
    return isFirst ? [] : [fault(places[i]!, `every column must have a name of its own: a second "${name}"`)];
  });
  if (faults.length > 0) throw new DatasetError(faults);
}

function isNumber(text: string): boolean {
  const bytes = Buffer.from(text);
  return !Number.isNaN(parseNumber(bytes, 0, bytes.length, POINT));
}
