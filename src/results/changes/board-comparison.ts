import type { Statistics } from "../../math/statistics.ts";
import type { Objective } from "../../spec/experiment.ts";
import type { BoardConfiguration } from "../board.ts";
import type { OwnUnits } from "../own-units.ts";
import type { PairedDifference } from "../paired-difference.ts";
import type { StatedValue } from "../stated-value.ts";
import type { Setting } from "./board-settings.ts";
import type { FileDifference } from "./compare-files.ts";
import type { ComparedTrial } from "./compare-trials.ts";

/** The differences between two folders of results. */
export interface BoardComparison extends OwnUnits {
  /** Of the second folder; both are compared by it. */
  readonly objective: Objective;
  /** Values that all settings of a folder share and that differ between the folders. */
  readonly changes: readonly SharedChange[];
  /** Paths that distinguish settings. */
  readonly paths: readonly string[];
  /** Settings that both have, with every trial identical. */
  readonly identical: readonly ComparedSetting[];
  /** Other settings that both have, the largest difference first. */
  readonly changed: readonly ComparedSetting[];
  readonly added: readonly LoneSetting[];
  readonly removed: readonly LoneSetting[];
}

/** The differences between two folders of results, and between their files about trials that both have. */
export interface ResultsComparison extends BoardComparison {
  readonly files: readonly FileDifference[];
}

/** A value that all settings of a side share. */
export interface SharedChange {
  readonly path: string;
  readonly before: StatedValue | null;
  readonly after: StatedValue | null;
}

/** A setting that one side has. */
export interface LoneSetting {
  readonly setting: Setting;
  readonly configuration: BoardConfiguration;
}

/** A setting that both sides have. */
export interface ComparedSetting {
  readonly setting: Setting;
  readonly before: BoardConfiguration;
  readonly after: BoardConfiguration;
  /** Of the objective. */
  readonly statistics: { readonly before: Statistics; readonly after: Statistics };
  /** After minus before, over the replicates that both have; of the means where there are none. */
  readonly difference: PairedDifference;
  readonly trials: readonly ComparedTrial[];
}
