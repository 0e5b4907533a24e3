import { isBroken, type Draft } from "../fields/draft.ts";
import { expandSweep } from "../grid/expand-sweep.ts";
import type { ExperimentFile } from "../experiment-file.ts";
import { objectiveOf } from "./objective-of.ts";
import type { Problem } from "../problem.ts";
import type { Grid } from "../checks/read-grid.ts";
import { entryOf, toData, type SpecNode } from "../spec-node.ts";
import { columnsOf } from "../sweep.ts";
import { checkClaim } from "./check-claim.ts";
import { checkGroups } from "./check-groups.ts";
import type { Expectation } from "../expectation.ts";
import { readExpectation } from "./read-expectation.ts";

/**
 * Returns what the results of a spec must show, and which of it can never be judged. A spec that is wrong elsewhere
 * has no grid to look at: then nothing is said of `expect` but by the schema.
 */
export function readExpectations(
  draft: Draft,
  { sweep, datasets }: Grid,
): { expectations: Expectation[]; problems: Problem[] } {
  const items = itemsOf(draft);
  if (!sweep || items.length === 0) return { expectations: [], problems: [] };
  const scene = { draft, points: expandSweep(sweep).points, columns: columnsOf({ sweep }) };
  const { metric } = objectiveOf(toData(draft.root) as ExperimentFile, datasets);
  const expectations = items.map((node) => readExpectation(node, metric));
  const problems = expectations.flatMap((expectation, i) => {
    const misfits = checkGroups(expectation, items[i]!, scene);
    return misfits.length > 0 ? misfits : checkClaim(expectation, items[i]!, scene);
  });
  return { expectations, problems };
}

function itemsOf({ root, broken }: Draft): readonly SpecNode[] {
  const list = entryOf(root, "expect")?.value;
  return list?.kind === "list" && !["expect", "objective"].some((path) => isBroken(path, broken))
    ? list.items
    : [];
}
