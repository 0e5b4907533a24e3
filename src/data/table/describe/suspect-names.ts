import { mostAreNumbers } from "../reading/sample-table.ts";
import type { KnownFormat } from "../reading/table-format.ts";
import type { Suspicion } from "./suspicion.ts";

/** Returns what is odd about the names of a table's columns. */
export function suspectNames(format: KnownFormat): Suspicion[] {
  const unnamed = format.unnamed.map((column): Suspicion => {
    const message = "has no name in the file, so it is ignored: name it in the file, or all columns by names";
    return { column, kind: "unnamed", message };
  });
  if (!mostAreNumbers(format)) return unnamed;
  const message = `most names of columns are numbers (${format.columns.slice(0, 5).join(", ")}): if the first row is an example, write header: false`;
  return [{ column: null, kind: "numbersAsNames", message }, ...unnamed];
}
