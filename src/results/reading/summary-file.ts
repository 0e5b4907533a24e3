import { GridientError } from "../../errors.ts";
import type { Interval, Statistics } from "../../math/statistics.ts";
import type { Goals } from "../../metrics/metrics.ts";
import type { Objective, Replicates } from "../../spec/experiment.ts";
import type { StatedFields } from "../../configuration/without-defaults.ts";
import { validateSummary } from "../../validators/summary.ts";
import type { OwnUnits } from "../own-units.ts";
import type { PairedDifference } from "../paired-difference.ts";
import type { Comparison, Warning } from "../results.ts";
import type { StatedValue } from "../stated-value.ts";

/** The parts of a summary.json that are read. */
export interface SummaryFile extends OwnUnits {
  readonly name: string;
  readonly description: string | null;
  /** Absent without any, like the notes. */
  readonly tags?: readonly string[];
  readonly notes?: string;
  /** Every trial left a record. */
  readonly complete: boolean;
  readonly trainerVersion: number;
  readonly experiment: {
    readonly base: StatedFields;
    /** The rules of the grid as written; absent without rules. */
    readonly sweep?: Readonly<Record<string, unknown>>;
    readonly axes: readonly { readonly path: string }[];
    readonly replicates: Replicates;
    readonly objective: Objective;
    /** Absent where all metrics are known. */
    readonly goals?: Goals;
  };
  readonly configurations: readonly StatedConfiguration[];
  readonly ranking: readonly number[];
  readonly best: number | null;
  /** Absent where all settings compete. */
  readonly conditions?: readonly { readonly name: string; readonly ranking: readonly number[] }[];
  /** With the best, then with the baseline; absent from files of older versions. */
  readonly comparisons?: readonly StatedComparisons[];
  readonly warnings: readonly Warning[];
  /** Absent where nothing is expected. */
  readonly expectations?: readonly StatedExpectation[];
  readonly confirmation?: {
    readonly replicates: number;
    readonly objective: Statistics;
    readonly objectiveRmse?: Statistics;
  };
}

/** Something that the results must show. */
export interface StatedExpectation {
  /** Null where it was not judged. */
  readonly holds: boolean | null;
}

/** An entry of the configurations. */
export interface StatedConfiguration {
  readonly index: number;
  readonly values: readonly { readonly path: string; readonly value: StatedValue | null }[];
  readonly parameters: number;
  readonly divergedEpochs: readonly number[];
  readonly failed: number;
  readonly objective: Statistics;
  /** Absent where the losses are not those of a scaled target. */
  readonly lossUnits?: readonly number[];
  readonly objectiveRmse?: Statistics;
  /** Absent without folds. */
  readonly overlap?: number;
  readonly metrics: readonly ({ readonly name: string } & Statistics)[];
}

/** The comparisons of configurations with one. */
export interface StatedComparisons {
  readonly reference: number | null;
  readonly differences: readonly StatedDifference[];
}

/** An entry of the differences. */
export type StatedDifference = PairedDifference &
  Pick<Comparison, "needed"> & {
    readonly index: number;
    /** Older versions had other words. */
    readonly verdict: string | null;
    /** Absent from files of older versions. */
    readonly interval?: Interval | null;
  };

/**
 * Returns a summary.json as data that fits schemas/summary.schema.json. Unknown keys, such as those of later versions, are
 * ignored.
 * @throws {GridientError} E_USAGE if it does not fit.
 */
export function parseSummary(text: string): SummaryFile {
  const data = parseJson(text);
  if (validateSummary(data)) return data as SummaryFile; // the schema says so
  const [error] = validateSummary.errors!;
  const found = `${error!.instancePath.replaceAll("/", ".").slice(1) || "it"} ${error!.message}`;
  throw refusal(`does not fit schemas/summary.schema.json: ${found}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refusal(`is not JSON: ${(error as SyntaxError).message}`);
  }
}

function refusal(found: string): GridientError {
  const hint = "Run the experiment again, or gridient report, to write its results again";
  return new GridientError("E_USAGE", `summary.json ${found}`, { hint });
}
