import { shareEqual } from "../data/share-equal.ts";
import { configurationReader } from "../spec/expand-experiment.ts";
import { pointsOf, variedPaths } from "../spec/expand-experiment.ts";
import type { Configuration } from "../fields/configuration.ts";
import { trialKindOf } from "./kinds/trial-kind-of.ts";
import type { Experiment } from "../spec/experiment.ts";
import type { Point, Sweep } from "../spec/sweep.ts";
import type { FieldValue } from "../fields/tables/field.ts";

/** A configuration of the grid with the names that rules have given it. */
export interface GridPoint {
  readonly configuration: Configuration;
  /** The variant that it comes from. */
  readonly variant?: string;
  /** What `include` calls it. */
  readonly name?: string;
  /** Its place in the unit cube of a search that draws. */
  readonly shares?: readonly number[];
}

/**
 * Yields every configuration of the grid, in the order of every table. Equal data sets, architectures, optimizers and
 * schedules are one object.
 */
export function* expandGrid({ sweep }: Pick<Experiment, "sweep">): Generator<GridPoint> {
  const read = gridPointReader(sweep);
  for (const point of pointsOf(sweep)) yield read(point);
}

/** Returns a function that reads the configurations of points of a sweep one after the other. */
export function gridPointReader(sweep: Sweep): (point: Point) => GridPoint {
  const share = shareEqual();
  const read = configurationReader(variedPaths(sweep));
  return ({ cells, variant, name, shares }) => {
    const raw = read(cells);
    const configuration = trialKindOf(raw).withParts(raw, share);
    const names = { ...(variant !== undefined && { variant }), ...(name !== undefined && { name }) };
    return { configuration, ...names, ...(shares && { shares }) };
  };
}

/** Returns the value of the field at a dotted path. */
export function fieldAt(configuration: Configuration, path: string): FieldValue {
  return path
    .split(".")
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], configuration) as FieldValue;
}
