import type { Table } from "../reading/table.ts";

/** Returns how many rows are equal to an earlier one in every column. */
export function countRepeats({ columns, rows }: Table): number {
  const seen = new Map<number, number[]>();
  const bits = new DataView(new ArrayBuffer(8));
  const areSame = (row: number, other: number): boolean =>
    columns.every(({ values }) => Object.is(values.at(row), values.at(other)));
  let repeats = 0;
  for (let row = 0; row < rows; row++) {
    let hash = 0x811c9dc5;
    for (const { values } of columns) {
      const value = values.at(row);
      bits.setFloat64(0, value === value ? value + 0 : Number.MAX_VALUE); // the bits of NaN differ by CPU
      hash = Math.imul(hash ^ bits.getInt32(0), 0x01000193);
      hash = Math.imul(hash ^ (hash >>> 15) ^ bits.getInt32(4), 0x85ebca6b);
    }
    const alike = seen.get(hash);
    if (alike?.some((other) => areSame(row, other))) repeats++;
    else if (alike) alike.push(row);
    else seen.set(hash, [row]);
  }
  return repeats;
}
