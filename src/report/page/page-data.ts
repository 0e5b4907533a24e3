/**
 * What report.html shows, as plain data: JSON in the page, or an object that grows as trials end.
 * Texts are ready to be read, numbers have all their digits.
 * @module
 */
import type { Statistics } from "../../math/statistics.ts";
import type { OwnUnits } from "../../results/own-units.ts";
import type { Configuration } from "../../fields/configuration.ts";
import type { Objective } from "../../spec/experiment.ts";
import type { VersionLine } from "../summary/version-lines.ts";
import type { Outcome } from "../../training/outcome.ts";
import type { MetricSeries } from "../../training/record.ts";
import type { PageDescents, PageUnits } from "./page-models.ts";

/** An experiment and what it found. */
export interface PageData extends OwnUnits {
  readonly name: string;
  /** Paragraphs. */
  readonly description: readonly string[];
  /** Absent without any, like the notes. */
  readonly tags?: readonly string[];
  /** Paragraphs. */
  readonly notes?: readonly string[];
  readonly answer: Answer;
  readonly objective: Objective;
  readonly trainerVersion: number;
  /** The command that trains everything again. */
  readonly command: string;
  /** The command that trains one trial alone: what comes before its index, and after. */
  readonly trialCommand: readonly [before: string, after: string];
  /** The address that opens the experiment in the playground; absent where that cannot train it. */
  readonly playground?: string | undefined;
  /** What was measured, in the order of the tables' columns. */
  readonly metrics: readonly string[];
  readonly columns: readonly PageColumn[];
  /** Headings of the figures beside the columns, see `PageConfiguration.figures`. */
  readonly figures: readonly string[];
  /** In plan order, so that the place in the list is `PageConfiguration.index`. */
  readonly configurations: readonly PageConfiguration[];
  /** In plan order, so that the place in the list is `PageTrial.index`. */
  readonly trials: readonly PageTrial[];
  readonly datasets: readonly PageDataset[];
  /** The commands that print versions of what a program depends on, and what they printed; absent without any. */
  readonly versions?: readonly VersionLine[];
  readonly expectations: readonly PageExpectation[];
  readonly warnings: readonly string[];
  /** Those of the report, but for what the page draws itself: the learning curves and the hidden units; none on a live page. */
  readonly pictures: readonly PagePicture[];
  /** The rungs or looks of a search; absent where there are none. */
  readonly search?: PageTable | undefined;
  /** Absent where the experiment was not read from text. */
  readonly spec?: PageSpec | undefined;
  /** What the hidden layer of the best model has learned, of images with classes. */
  readonly units?: PageUnits | undefined;
  /** The functions whose descents have a picture; absent where there are none. */
  readonly descents?: readonly PageDescents[] | undefined;
}

/** A table of texts, and a sentence below it that may be empty. */
export interface PageTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note: string;
}

/** The experiment file as it was read. */
export interface PageSpec {
  /** Without its folder. */
  readonly file: string;
  readonly lines: readonly string[];
  /** Arguments `path=value` of the command line. */
  readonly set: readonly string[];
}

/** The headings above pictures, in the order of the report. */
export const PICTURE_SECTIONS = [
  "Descents",
  "How the search went",
  "Effects",
  "Pairs of axes",
  "Sources of the differences",
  "Training vs. held-out examples",
  "The best model",
] as const;

/** A picture of the report. */
export interface PagePicture {
  readonly section: (typeof PICTURE_SECTIONS)[number];
  readonly name: string;
  readonly alt: string;
  readonly caption: string;
  readonly svg: string;
}

/** The sentence that answers the experiment: its emphasized part, and the rest. */
export interface Answer {
  readonly emphasized: string;
  readonly rest: string;
  /** Other facts about the answer, as sentences; may be empty. */
  readonly further: string;
  /** What limits the answer, as sentences; absent = nothing. */
  readonly uncertain?: readonly string[];
}

/** What distinguishes configurations: an axis, a zip group, a variant. */
export interface PageColumn {
  readonly path: string;
  readonly label: string;
}

/** A configuration over its replicates. */
export interface PageConfiguration {
  readonly index: number;
  /** In words: "eta = 0.3, hidden = [30]". */
  readonly setting: string;
  /** In the light, the same as in pictures. */
  readonly color: string;
  readonly configuration: Configuration;
  /** Its data set is made from its options alone, so that a browser can train it. */
  readonly isGenerated: boolean;
  /** One for each column: a number where it is one, else text; null where it has none. */
  readonly values: readonly (number | string | null)[];
  /** Place in the leaderboard, from 0. */
  readonly rank: number;
  /** Place in its condition, from 1. */
  readonly place: number;
  readonly objective: Statistics;
  /** Figures of the leaderboard, as text. */
  readonly figures: readonly string[];
  /** "best", "tie", "2 of 3 diverged at epoch 1". */
  readonly status: string;
}

/** One training. */
export interface PageTrial {
  readonly index: number;
  readonly id: string;
  /** `PageConfiguration.index`. */
  readonly configuration: number;
  /** Of a cross-validation. */
  readonly fold?: number;
  readonly replicate: number;
  readonly baseSeed: number;
  readonly dataDigest: string;
  /** The last two on a live page only. */
  readonly status: Outcome["status"] | "training" | "waiting";
  readonly objective: number | null;
  readonly bestEpoch: number | null;
  readonly divergedEpoch: number | null;
  /** Metric -> value at each epoch; empty without a record, and where curves were left out. */
  readonly series: MetricSeries;
  /** Metric -> value at the last epoch, of a trial whose curves were left out. */
  readonly last?: Readonly<Record<string, number | null>>;
}

/** A data set of the experiment. */
export interface PageDataset {
  readonly name: string;
  readonly digest: string;
}

/** An expectation and whether it holds. */
export interface PageExpectation {
  /** Why; may be empty. */
  readonly lesson: string;
  readonly expected: string;
  readonly found: string;
  /** Absent where it was not judged. */
  readonly holds?: boolean;
}
