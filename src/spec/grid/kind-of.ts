import type { ExperimentKind } from "../../metrics/metrics.ts";
import { entryOf, type SpecNode } from "../spec-node.ts";
import type { Cells } from "../sweep.ts";

/** Returns what a spec is about; a network where it says nothing of it. */
export function kindOf(root: SpecNode): ExperimentKind {
  const kind = entryOf(root, "kind")?.value;
  return kind?.kind === "scalar" && kind.value === "function" ? "function" : "network";
}

/** Returns what a point of a grid is about. */
export function kindOfCells(cells: Cells): ExperimentKind {
  return "function" in cells ? "function" : "network";
}
