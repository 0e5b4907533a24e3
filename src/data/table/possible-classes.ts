import { columnFacts } from "./describe/column-facts.ts";
import { wantedOf } from "./describe/tells-target.ts";
import { columnAt } from "./fit-table.ts";
import type { OpenTable } from "./open-table.ts";

/** Returns the column of numbers to predict if they may be classes: a few whole ones, two at least. */
export function possibleClasses(open: OpenTable): string | undefined {
  const [target, ...others] = open.roles.targets;
  if (target === undefined || others.length > 0) return undefined;
  const column = columnAt(open, target);
  if (column.kind === "category") return undefined;
  const facts = columnFacts(column, open.table.rows);
  return wantedOf(column, facts).isClasses && !facts.isConstant ? column.name : undefined;
}
