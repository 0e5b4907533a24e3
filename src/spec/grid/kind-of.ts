import { FIELDS_OF } from "../../fields/kinds.ts";
import { DEFAULT_KIND, EXPERIMENT_KINDS, kindNamed, type ExperimentKind } from "../../metrics/metrics.ts";
import { entryOf, type SpecNode } from "../spec-node.ts";
import type { Cells } from "../sweep.ts";

/** The kinds, the default one last, each with the first field that it alone has. */
const MARKS = EXPERIMENT_KINDS.toReversed().map((kind) => {
  const others = EXPERIMENT_KINDS.filter((other) => other !== kind).flatMap((other) => FIELDS_OF[other]);
  return { kind, mark: FIELDS_OF[kind].find((path) => !others.includes(path)) ?? "" };
});

/** Returns what a spec is about; a network where it says nothing of it. */
export function kindOf(root: SpecNode): ExperimentKind {
  const kind = entryOf(root, "kind")?.value;
  return kindNamed(kind?.kind === "scalar" ? kind.value : undefined);
}

/** Returns what a point of a grid is about. */
export function kindOfCells(cells: Cells): ExperimentKind {
  return MARKS.find(({ mark }) => mark in cells)?.kind ?? DEFAULT_KIND;
}
