import type { KeptModel } from "../training/model-keeper.ts";
import type { TrialRecord } from "../training/record.ts";

/** A record and what was kept beside it. */
export interface StoredRecord {
  readonly record: TrialRecord;
  /** Which weights lie beside it: what `keepLabel` returned. */
  readonly kept: string;
}

/** A record with the weights to keep. */
export interface NewRecord extends StoredRecord {
  readonly prefixId: string;
  readonly models: readonly KeptModel[];
  /** What a program printed besides its metrics; absent of what trains here. */
  readonly log?: string;
}
