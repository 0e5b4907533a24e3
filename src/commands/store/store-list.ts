import { jsonText } from "../../text/json-text.ts";
import { listRecords } from "../../store/list-records.ts";
import type { Io } from "../console/io.ts";
import { readFiles } from "../reading/read-specs.ts";
import { bytesText } from "./bytes-text.ts";
import { experimentFiles, referencesOf } from "./references.ts";
import { recordRow, type RecordRow } from "./record-row.ts";

/** Options of the command line. */
export interface StoreOptions {
  readonly store: string;
  readonly limit: number;
}

/** Lists the records of a store as it reads them, however many there are. Returns the exit code. */
export async function storeList(
  files: readonly string[],
  { store, limit, json = false }: StoreOptions & { readonly json?: boolean },
  io: Io,
): Promise<number> {
  const { experiments } = await readFiles(await experimentFiles(files), { limit });
  const { names } = referencesOf(experiments);
  let [records, bytes] = [0, 0];
  for await (const listed of listRecords(store)) {
    if (listed.isReplaced) continue;
    const row = recordRow(listed, names.get(listed.id ?? "") ?? []);
    io.stdout.write(json ? `${records === 0 ? "[" : ","}\n${jsonText(row)}` : lineOf(row));
    records += 1;
    bytes += listed.bytes;
  }
  if (json) io.stdout.write(records === 0 ? "[]\n" : "\n]\n");
  else io.stdout.write(`${records} records, ${bytesText(bytes)}\n`);
  return 0;
}

/** Columns of a fixed width: the longest cell is not known before the last record is read. */
function lineOf({ id, experiments, what, status, epochs, unit, bytes }: RecordRow): string {
  const cells = [
    id.slice(0, 12).padEnd(12),
    status.padEnd(9),
    `${String(epochs).padStart(5)} ${`${unit}s`.padEnd(6)}`,
    bytesText(bytes).padStart(8),
    (experiments.join(", ") || "-").padEnd(16),
    what,
  ];
  return `${cells.join("  ")}\n`;
}
