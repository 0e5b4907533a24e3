import { isBroken, type Draft } from "../fields/draft.ts";
import { pointsOf } from "../grid/expand-sweep.ts";
import type { Problem } from "../problem.ts";
import type { Grid } from "../grid/checks/read-grid.ts";
import { isArgument, notChecked } from "./not-checked.ts";
import { readPattern } from "../grid/rules/read-pattern.ts";
import { errorAt } from "../source-text.ts";
import { entryAt, toData, type SpecNode } from "../spec-node.ts";
import type { Pattern } from "../sweep.ts";
import { trainingKeys } from "../grid/training-key.ts";
import { statement } from "../../statement.ts";

/** The one configuration that a report compares all others with. */
export interface BaselineReading {
  readonly baseline?: Pattern;
  readonly problems: readonly Problem[];
}

/**
 * Returns the pattern that `report.baseline` writes, or why it does not match exactly one configuration.
 *
 * @param isChanged Whether `--set` has changed the file: then there is no baseline where it no longer matches one.
 */
export function readBaseline(draft: Draft, { sweep }: Grid, isChanged: boolean): BaselineReading {
  const node = entryAt(draft.root, "report.baseline")?.value;
  if (!node || !sweep || isBroken("report.baseline", draft.broken)) return { problems: [] };
  const baseline = patternOf(node);
  const keyOf = trainingKeys(sweep);
  const keys = new Set<string>();
  let count = 0;
  for (const point of pointsOf(sweep)) {
    const key = keyOf(point);
    if (!keys.has(key) && baseline.matches(point)) count++; // a repeat is not in the tables
    keys.add(key);
  }
  if (count === 1) return { baseline, problems: [] };
  const rule = { subject: "report.baseline", verb: "must match", allowed: "exactly one configuration" };
  const hint =
    count === 0 ? "Compare it with the axes, values and names above" : "Add fields that distinguish them";
  const code = count === 0 ? "matches-nothing" : "ambiguous-baseline";
  const problem = errorAt(node.place, statement(code, { ...rule, found: count || "none" }, hint));
  return { problems: [isChanged && !isArgument(node) ? notChecked(problem) : problem] };
}

/** A word is the name that `include` gives a configuration. */
function patternOf(node: SpecNode): Pattern {
  if (node.kind === "map") return readPattern(node);
  const wanted = toData(node);
  return { place: node.place, matches: ({ name }) => name === wanted };
}
