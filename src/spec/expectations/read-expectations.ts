import { isBroken, type Draft } from "../fields/draft.ts";
import { pointsOf } from "../grid/expand-sweep.ts";
import { goalsOf, objectiveOf } from "./objective-of.ts";
import type { Problem } from "../problem.ts";
import type { Grid } from "../grid/checks/read-grid.ts";
import { entryOf, toFile, type SpecNode } from "../spec-node.ts";
import { columnsOf } from "../sweep.ts";
import { checkClaim } from "./check-claim.ts";
import { checkGroups } from "./check-groups.ts";
import type { Expectation } from "../expectation.ts";
import { isArgument, notChecked } from "./not-checked.ts";
import { readExpectation } from "./read-expectation.ts";

/** What a file expects, and which of it can never be checked. */
interface ExpectationsReading {
  readonly expectations: readonly Expectation[];
  readonly problems: readonly Problem[];
}

/**
 * Returns what the results of a spec must show, and which expectations can never be checked. A spec with other errors has
 * no grid: then only the schema checks `expect`.
 *
 * @param isChanged Whether `--set` has changed the file: expectations that no longer apply are then not checked.
 */
export function readExpectations(
  draft: Draft,
  { sweep, datasets }: Grid,
  isChanged: boolean,
): ExpectationsReading {
  const items = itemsOf(draft);
  if (!sweep || items.length === 0) return { expectations: [], problems: [] };
  const scene = { draft, points: [...pointsOf(sweep)], columns: columnsOf({ sweep }) };
  const file = toFile(draft.root);
  const { metric } = objectiveOf(file, datasets);
  const goals = goalsOf(file);
  const readings = items.map((node): ExpectationsReading => {
    const expectation = readExpectation(node, metric, goals);
    const ofGroups = checkGroups(expectation, node, scene);
    const problems = ofGroups.length > 0 ? ofGroups : checkClaim(expectation, node, scene);
    if (problems.length === 0 || !isChanged || isArgument(node))
      return { expectations: [expectation], problems };
    return { expectations: [], problems: problems.slice(0, 1).map(notChecked) };
  });
  return {
    expectations: readings.flatMap(({ expectations }) => expectations),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

function itemsOf({ root, broken }: Draft): readonly SpecNode[] {
  const list = entryOf(root, "expect")?.value;
  return list?.kind === "list" && !["expect", "objective"].some((path) => isBroken(path, broken))
    ? list.items
    : [];
}
