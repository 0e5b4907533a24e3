/**
 * The grid with its rules, as data: `sweep:` and the axes of a spec.
 * @module
 */
import type { DataFolder } from "../data/source.ts";
import type { SearchMethod } from "../fields/experiment-file.ts";
import type { FieldValue } from "../fields/tables/field.ts";
import type { Ladder } from "../search/ladder.ts";
import type { NumberDistribution } from "./distribution.ts";
import type { Place } from "./source-text.ts";

/** A rule below `sweep`. */
export interface RuleTitle {
  readonly rule: "search" | "zip" | "variants" | "when" | "exclude" | "include";
  /** What it is called: the method of a search, a zip group, a variant, an included configuration. */
  readonly name?: string;
}

/** A value of a field. */
export interface Cell<Value = FieldValue> {
  readonly value: Value;
  /** Where it is written; absent for a default. */
  readonly place?: Place;
  /** The rule that gives it, if one does. */
  readonly by?: RuleTitle;
  /** Of a data set: its options that are written, by path. */
  readonly options?: Cells;
}

/** Values by the dotted path of their field. `dataset.noise` and the like overrule what `dataset` says. */
export type Cells = Readonly<Record<string, Cell>>;

/** Values of several fields that move together, by path: what a zip group's column shows. */
export interface Together {
  readonly together: Readonly<Record<string, FieldValue>>;
}

/** What a column of a table shows: a field's value, a zip group's, or the name of a variant or configuration. */
export type ColumnValue = FieldValue | Together;

/** A column of tables in which configurations differ. */
export interface Column {
  /** The field's path, the zip group's name, `variant` or `name`. */
  readonly path: string;
  /** Those that are written, in that order. */
  readonly values: readonly ColumnValue[];
  /** What a search draws the others from. */
  readonly distribution?: NumberDistribution;
  /** What the column shows; absent for a field. */
  readonly kind?: "zip" | "variant" | "name";
  /** Paths of a zip group's fields. */
  readonly fields?: readonly string[];
}

/** An axis or a zip group: each choice sets one field, or several. */
export interface Dimension {
  /** Path or name of its column. */
  readonly column: string;
  readonly place: Place;
  /** Of a distribution its ends. */
  readonly choices: readonly Cells[];
  /** What a search draws other choices from. */
  readonly distribution?: NumberDistribution;
}

/** A grid of its own: the only one, or that of a variant. */
export interface Branch {
  readonly variant?: { readonly name: string; readonly place: Place };
  readonly fixed: Cells;
  /** The last one varies fastest. */
  readonly dimensions: readonly Dimension[];
}

/** A configuration in the making. */
export interface Point {
  readonly cells: Cells;
  /** Where the files of its data set are. */
  readonly folder: DataFolder;
  readonly variant?: string;
  readonly name?: string;
  /** The rule of `include` that added it. */
  readonly inclusion?: Inclusion;
  /** Number of the point of a search's sequence that it is, from 0. */
  readonly draw?: number;
  /** Number of the point that a search has chosen by results, from 0. */
  readonly chosen?: number;
  /** Its place in the unit cube of a search that draws; absent for an included one that lies outside. */
  readonly shares?: readonly number[];
}

/** Which points a rule applies to. */
export interface Pattern {
  readonly place: Place;
  readonly matches: (point: Point) => boolean;
}

/** Derives values from others. */
export interface WhenRule extends Pattern {
  readonly set: Cells;
}

/** A whole configuration beside the grid. */
export interface Inclusion {
  readonly place: Place;
  readonly name?: string;
  readonly cells: Cells;
}

/** How configurations are chosen, or given more training, instead of training every combination of values alike. */
export interface Search {
  readonly method: SearchMethod;
  /** How many are drawn, beside those of `include`; absent = every combination of the lists takes part. */
  readonly configurations?: number;
  /** What the random numbers start from. */
  readonly seed: number;
  readonly place: Place;
  /** Of `configurations`. */
  readonly sizePlace: Place;
  /** Where configurations train briefly, and only the better ones longer; absent where all train to the end. */
  readonly ladder?: Ladder;
  /** Replicates of each configuration before the first comparison; of a race alone. */
  readonly first?: number;
  /** Configurations that are chosen at a time; of `tpe` alone. */
  readonly generation?: number;
  /** Absent where the number of configurations is the only bound. */
  readonly budget?: Budget;
  /** The configurations that it draws, after all rules: a file that is read draws them once. */
  readonly drawn?: readonly Point[];
  /** What records have decided so far; absent = nothing. */
  readonly decided?: Decided;
}

/** The most work of a search. */
export interface Budget {
  /** What is counted. */
  readonly unit: "trials" | "epochs";
  readonly amount: number;
  /** How many whole trials it pays for. */
  readonly trials: number;
  readonly place: Place;
}

/** What records have decided in a search that learns from them. */
export interface Decided {
  /** The points that were chosen by results, in the order of the plan. */
  readonly chosen: readonly ChosenPoint[];
  /** By number of the configuration; absent = as at the beginning. */
  readonly allotments: readonly Allotment[];
}

/** A point of the unit cube that a search has chosen by results, and why. */
export interface ChosenPoint {
  readonly shares: readonly number[];
  /** Numbers of the configurations near which it lies; empty for a point of the prior. */
  readonly near: readonly number[];
  /** From 1: generation 0 was drawn before any result was known. */
  readonly generation: number;
}

/** How much training a configuration has got. */
export interface Allotment {
  /** Epochs; absent = those of the experiment. */
  readonly length?: number;
  /** Absent = those of the experiment. */
  readonly replicates?: number;
}

/** The grid of a spec with its rules. */
export interface Sweep {
  /** As written in the spec, for the summary; absent without rules. */
  readonly written?: Readonly<Record<string, unknown>>;
  /** Where the files of its data sets are. */
  readonly folder: DataFolder;
  readonly columns: readonly Column[];
  readonly branches: readonly Branch[];
  /** Absent where every combination of values trains alike. */
  readonly search?: Search;
  readonly when: readonly WhenRule[];
  readonly exclude: readonly Pattern[];
  readonly include: readonly Inclusion[];
}

/** How many configurations a rule below `sweep` affected. */
export interface RuleCount extends RuleTitle {
  readonly place: Place;
  /**
   * Configurations of a search; values of a zip group; configurations of a variant's grid, before the rules that
   * follow; those that a rule of `when` set, that a rule of `exclude` was the first to remove, that `include` added.
   */
  readonly count: number;
}

/** A sweep with the counts of its rules. */
export interface CountedSweep extends Sweep {
  /** One for each rule, in the order in which they apply. */
  readonly counts: readonly RuleCount[];
}

/** Returns the columns in which the configurations of an experiment differ. */
export function columnsOf({ sweep }: { sweep: Sweep }): readonly Column[] {
  return sweep.columns;
}
