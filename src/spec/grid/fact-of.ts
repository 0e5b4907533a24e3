import type { DatasetFacts } from "../../data/dataset.ts";
import { DatasetError } from "../../data/dataset-error.ts";
import { datasetSource } from "../../data/registry.ts";
import { cellOf, datasetOf, namedOptionsOf } from "./configuration-of.ts";
import { countParameters } from "../../configuration/count-parameters.ts";
import type { FieldValue } from "../../fields/tables/field.ts";
import { NAMED_FIELDS, namedFieldOf } from "../../fields/kinds.ts";
import type { Point } from "../sweep.ts";

/**
 * Returns what a pattern may compare of a point: a field's value, `variant`, `name`, `layers` (the hidden ones),
 * `parameters`; undefined for what the point does not have.
 */
export function factOf(point: Point, path: string): FieldValue | undefined {
  const { cells, variant, name } = point;
  if (NAMED_FIELDS.includes(path)) return path in cells ? namedOptionsOf(cells, path) : undefined;
  const cell = cells[path];
  if (cell) return cell.value;
  if (path === "variant") return variant;
  if (path === "name") return name;
  const field = namedFieldOf(path);
  if (field !== undefined)
    return field in cells ? namedOptionsOf(cells, field)[path.slice(field.length + 1)] : undefined;
  if (!cells["architecture.hidden"]) return undefined;
  const { value: hidden } = cellOf(cells, "architecture.hidden");
  if (path === "layers") return hidden.length;
  return path === "parameters" ? parametersOf(hidden, point) : undefined;
}

/** Returns a fact as a number to compare with; `batchSize: full` counts as the size of the training part. */
export function numberOf(point: Point, path: string): number | undefined {
  const fact = factOf(point, path);
  if (fact === "full") return factsOf(point)?.sizes.train;
  return typeof fact === "number" ? fact : undefined;
}

function parametersOf(hidden: readonly number[], point: Point): number | undefined {
  const facts = factsOf(point);
  return facts && countParameters([facts.features, ...hidden, facts.target.count]);
}

/** Returns what is known of a data set; undefined if its files cannot be read, which is a problem of its own. */
function factsOf({ cells, folder }: Point): DatasetFacts | undefined {
  const dataset = datasetOf(cells);
  try {
    return datasetSource(dataset.name).facts(dataset, folder);
  } catch (error) {
    if (error instanceof DatasetError) return undefined;
    throw error;
  }
}
