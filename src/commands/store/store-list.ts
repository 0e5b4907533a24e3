import { kindOf } from "../../configuration/kind-of.ts";
import { resultKindOf } from "../../results/kinds/result-kind-of.ts";
import { listRecords, type ListedRecord } from "../../store/list-records.ts";
import { bytesText } from "../../text/quantity-text.ts";
import { jsonText } from "../../text/json-text.ts";
import type { TrialRecord } from "../../training/record.ts";
import type { Io } from "../console/io.ts";
import { readFiles } from "../reading/read-specs.ts";
import { experimentFiles } from "../reading/experiment-files.ts";
import { referencesOf } from "./references.ts";
import { largestOf } from "../../math/extremes.ts";

/** Options of the command line. */
export interface StoreOptions {
  readonly store: string;
  readonly limit: number;
}

/** Lists the records of a store while it reads them. Returns the exit code. */
export async function storeList(
  files: readonly string[],
  { store, limit, json = false }: StoreOptions & { readonly json?: boolean },
  io: Io,
): Promise<number> {
  const { experiments } = await readFiles(experimentFiles(files), { limit });
  const { names } = await referencesOf(experiments, store);
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

/** Columns have a fixed width, because the longest cell is unknown until the last record is read. */
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

/** A row of the list of records. */
interface RecordRow {
  /** Empty for a damaged record. */
  readonly id: string;
  /** Names of the experiments that refer to it. */
  readonly experiments: readonly string[];
  /** Data set, network and the most common swept numbers. */
  readonly what: string;
  readonly status: TrialRecord["status"] | "damaged" | "foreign";
  /** Finished epochs. */
  readonly epochs: number;
  /** Descents count steps. */
  readonly unit: "epoch" | "step";
  readonly bytes: number;
}

/** Returns the row of one record. */
function recordRow({ id = "", bytes, decoded }: ListedRecord, experiments: readonly string[]): RecordRow {
  if (decoded.status !== "usable")
    return { id, experiments, what: "", status: decoded.status, epochs: 0, unit: "epoch", bytes };
  const { record } = decoded.stored;
  const { configuration, replicate, status } = record;
  const epochs = Math.max(0, largestOf(Object.values(record.metrics).map(({ length }) => length - 1)));
  const { unit } = kindOf(configuration);
  const what = resultKindOf(configuration).trialText(configuration, replicate);
  return { id, experiments, what, status, epochs, unit, bytes };
}
