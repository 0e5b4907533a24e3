import { parquetWriteBuffer } from "hyparquet-writer";
import type { TypedColumn } from "./typed-column.ts";

const TYPES = { integer: "INT64", number: "DOUBLE", boolean: "BOOLEAN", text: "STRING" } as const;

/** Returns a table as a Parquet file, each column with its type; null where there is no value. */
export function parquetBytes(columns: readonly TypedColumn[]): Uint8Array {
  const columnData = columns.map(({ name, type, values }) => ({
    name,
    type: TYPES[type],
    data: values.map((value) => (type === "integer" && typeof value === "number" ? BigInt(value) : value)),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
