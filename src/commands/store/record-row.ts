import type { ListedRecord } from "../../store/list-records.ts";
import { valueText } from "../../results/value-text.ts";
import type { TrialRecord } from "../../training/record.ts";

/** What the list of a store says of one record. */
export interface RecordRow {
  /** Empty where damage has left none. */
  readonly id: string;
  /** Names of the experiments that refer to it. */
  readonly experiments: readonly string[];
  /** Data set, network and the numbers that are swept most. */
  readonly what: string;
  readonly status: TrialRecord["status"] | "damaged" | "foreign";
  /** Finished epochs. */
  readonly epochs: number;
  /** A descent's epochs are steps. */
  readonly unit: "epoch" | "step";
  readonly bytes: number;
}

/** Returns the row of one record. */
export function recordRow(
  { id = "", bytes, decoded }: ListedRecord,
  experiments: readonly string[],
): RecordRow {
  if (decoded.status !== "usable")
    return { id, experiments, what: "", status: decoded.status, epochs: 0, unit: "epoch", bytes };
  const { record } = decoded.stored;
  const epochs = Math.max(0, ...Object.values(record.metrics).map(({ length }) => length - 1));
  const unit = record.configuration.kind === "function" ? "step" : "epoch";
  return { id, experiments, what: whatText(record), status: record.status, epochs, unit, bytes };
}

function whatText({ configuration, replicate }: TrialRecord): string {
  if (configuration.kind === "function")
    return `${valueText({ ...configuration.function })} from [${configuration.start.join(", ")}], eta ${configuration.eta}`;
  const { dataset, architecture, eta, batchSize } = configuration;
  const network = `[${architecture.hidden.join(", ")}] ${architecture.activation}`;
  return `${dataset.name} ${network}, eta ${eta}, batch ${batchSize}, replicate ${replicate}`;
}
