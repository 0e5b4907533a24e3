import { checkRequired } from "./rules/check-required.ts";
import { checkRuleFields } from "./rules/check-rule-fields.ts";
import type { Draft } from "../fields/draft.ts";
import { gridColumns } from "./grid-columns.ts";
import { gridOrder } from "./grid-order.ts";
import { makeBranches, makeInclusions } from "./make-branches.ts";
import type { Problem } from "../problem.ts";
import { checkSearch } from "./search/check-search.ts";
import { lengthPath, readSearch } from "./search/read-search.ts";
import { readRules } from "./rules/read-rules.ts";
import { entryOf, toData } from "../spec-node.ts";
import type { Column, Search, Sweep } from "../sweep.ts";

/**
 * Returns the grid of a draft with the rules below `sweep`, or what is wrong with them; of a draft without rules,
 * the product of its axes.
 */
export function readSweep(draft: Draft): { sweep: Sweep | undefined; problems: Problem[] } {
  const { rules, problems } = readRules(draft);
  problems.push(...checkRuleFields(draft, rules), ...checkRequired(draft, rules));
  if (problems.some(({ severity }) => severity === "error")) return { sweep: undefined, problems };
  const order = gridOrder(draft, rules);
  const branches = makeBranches(draft, rules, order);
  const { when, exclude } = rules;
  const written = entryOf(draft.root, "sweep")?.value;
  const include = makeInclusions(draft, rules);
  const search = readSearch(draft, { branches, include });
  const sweep = {
    ...(written && { written: toData(written) as Readonly<Record<string, unknown>> }),
    folder: draft.folder,
    columns: [...gridColumns(branches, rules, order), ...ladderColumn(draft, search)],
    branches,
    ...(search && { search }),
    when,
    exclude,
    include,
  };
  const unsearched = checkSearch(sweep, draft);
  return { sweep: unsearched.length > 0 ? undefined : sweep, problems: [...problems, ...unsearched] };
}

/** Where a search decides how long configurations train, that is a column. */
function ladderColumn(draft: Draft, search: Search | undefined): Column[] {
  return search?.ladder ? [{ path: lengthPath(draft), values: search.ladder.lengths }] : [];
}
