import type { Claim as Written } from "../../fields/experiment-file.ts";
import { goalOf, type Goals } from "../../metrics/metrics.ts";
import { readPattern } from "../grid/rules/read-pattern.ts";
import { entryOf, toData, type SpecNode } from "../spec-node.ts";
import type { Claim, Expectation, Group, Measure } from "../expectation.ts";

/**
 * Returns what an item of `expect` that fits the schema claims.
 *
 * @param metric The objective's, for claims that name none.
 * @param goals Those of the metrics that the spec declares.
 */
export function readExpectation(node: SpecNode, metric: string, goals: Goals): Expectation {
  const written = toData(node) as Written; // the schema has allowed nothing else
  const { because } = written;
  return {
    place: firstKeyPlace(node),
    ...(because !== undefined && { because }),
    where: readGroup(node, "where"),
    claim: readClaim(written, node, { metric, goals }),
  };
}

/** A problem of an item of a list is shown at its first key. */
function firstKeyPlace(node: SpecNode): Expectation["place"] {
  return node.kind === "map" && node.entries[0] ? node.entries[0].keyPlace : node.place;
}

function readGroup(node: SpecNode, key: string): Group {
  const map = entryOf(node, key)?.value ?? { kind: "map", place: node.place, entries: [] };
  return { ...readPattern(map), written: toData(map) as Group["written"] };
}

function readClaim(
  written: Written,
  node: SpecNode,
  { metric: usual, goals }: { readonly metric: string; readonly goals: Goals },
): Claim {
  if ("diverged" in written) return { kind: "divergence", diverged: written.diverged };
  const { metric = usual, at = "last" } = written;
  const measure: Measure = { metric, goal: goalOf(metric, goals), at };
  if ("beats" in written) {
    const { by = 0 } = written;
    return { kind: "comparison", ...measure, others: readGroup(node, "beats"), by };
  }
  if ("rises" in written) return trend(measure, written.rises, "rises", written.tolerance);
  if ("falls" in written) return trend(measure, written.falls, "falls", written.tolerance);
  return { kind: "bound", ...measure, of: written.of ?? "mean", ...boundsOf(written) };
}

function trend(measure: Measure, axis: string, direction: "rises" | "falls", tolerance = 0): Claim {
  return { kind: "trend", ...measure, axis, direction, tolerance };
}

function boundsOf(written: Written): { low?: number; high?: number } {
  if ("equals" in written) {
    const { equals, tolerance = 0 } = written;
    return { low: equals - tolerance, high: equals + tolerance };
  }
  return {
    ...("atLeast" in written && { low: written.atLeast }),
    ...("atMost" in written && written.atMost !== undefined && { high: written.atMost }),
  };
}
