/**
 * The grid with its rules, as data: `sweep:` and the axes of a spec.
 * @module
 */
import type { DataFolder } from "../data/source.ts";
import type { SearchMethod } from "../fields/experiment-file.ts";
import type { FieldValue } from "../fields/tables/field.ts";
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

/** How configurations are drawn, instead of combining all values. */
export interface Search {
  readonly method: SearchMethod;
  /** How many are drawn, beside those of `include`. */
  readonly configurations: number;
  /** What the random numbers start from. */
  readonly seed: number;
  readonly place: Place;
  /** Of `configurations`. */
  readonly sizePlace: Place;
}

/** The grid of a spec with its rules. */
export interface Sweep {
  /** As written in the spec, for the summary; absent without rules. */
  readonly written?: Readonly<Record<string, unknown>>;
  /** Where the files of its data sets are. */
  readonly folder: DataFolder;
  readonly columns: readonly Column[];
  readonly branches: readonly Branch[];
  /** Absent where every combination of values is a configuration. */
  readonly search?: Search;
  readonly when: readonly WhenRule[];
  readonly exclude: readonly Pattern[];
  readonly include: readonly Inclusion[];
}

/** How many configurations a rule below `sweep` affected. */
export interface RuleCount extends RuleTitle {
  readonly place: Place;
  /**
   * Configurations that a search draws; values of a zip group; configurations of a variant's grid, before the rules that
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
