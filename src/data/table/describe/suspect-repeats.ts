import type { Table } from "../reading/table.ts";
import { countRepeats } from "./count-repeats.ts";
import type { Suspicion } from "./suspicion.ts";

/** Returns that rows of a table repeat earlier ones, if there are any. */
export function suspectRepeats(table: Table): Suspicion[] {
  const repeats = countRepeats(table);
  if (repeats === 0) return [];
  const message = `${repeats} of ${table.rows} rows repeat an earlier one: parts that share rows flatter the test, so remove them or name a group`;
  return [{ column: null, kind: "repeatedRows", message }];
}
