import type { Table } from "../reading/table.ts";
import type { Suspicion } from "./suspicion.ts";

/** Returns how many rows are equal to an earlier one in every column. */
function countRepeats(table: Table): number {
  const { columns, rows } = table;
  const areSame = (row: number, other: number): boolean =>
    columns.every(({ values }) => Object.is(values.at(row), values.at(other)));
  const hashOf = rowHash(table);
  let size = 1;
  while (size < 2 * rows) size *= 2;
  const seen = new Uint32Array(size); // 1 + a row, found by its hash: a Map ends at 16 million rows
  const mask = size - 1;
  let repeats = 0;
  for (let row = 0; row < rows; row++) {
    let place = hashOf(row) & mask;
    while (seen[place] !== 0 && !areSame(row, seen[place]! - 1)) place = (place + 1) & mask;
    if (seen[place] === 0) seen[place] = row + 1;
    else repeats++;
  }
  return repeats;
}

function rowHash({ columns }: Table): (row: number) => number {
  const bits = new DataView(new ArrayBuffer(8));
  return (row) => {
    let hash = 0x811c9dc5;
    for (const { values } of columns) {
      const value = values.at(row);
      bits.setFloat64(0, value === value ? value + 0 : Number.MAX_VALUE); // the bits of NaN differ by CPU
      hash = Math.imul(hash ^ bits.getInt32(0), 0x01000193);
      hash = Math.imul(hash ^ (hash >>> 15) ^ bits.getInt32(4), 0x85ebca6b);
    }
    return hash ^ (hash >>> 16);
  };
}

/** Returns that rows of a table repeat earlier ones, if there are any. */
export function suspectRepeats(table: Table): Suspicion[] {
  const repeats = countRepeats(table);
  if (repeats === 0) return [];
  const message = `${repeats} of ${table.rows} rows repeat an earlier one: scores are optimistic if parts share rows, so remove them or name a group`;
  return [{ column: null, kind: "repeatedRows", message }];
}
