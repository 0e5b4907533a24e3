import type { NumberColumn } from "../reading/table.ts";
import type { NumberFacts } from "./column-facts.ts";
import type { Subject } from "./subject.ts";
import type { Found } from "./suspicion.ts";
import { correlation, type Wanted } from "./determines-target.ts";

const MESSAGE = "every row has a value of its own, as an id has: ignore it";
/** Whole numbers that all differ are no id if they have so much to do with numbers to predict. */
const RELATED = 0.3;
const NAME = /(?:^|[^a-z])(?:id|nr|no|number|key|code|index|ref|uuid)(?:$|[^a-z])|(?:Id|ID|Nr|No|Key|Code)$/i;
/** Amounts of so many digits would hardly all have the same number of them. */
const ID_DIGITS = 6;
const YEARS = [1500, 2200] as const;

/** Returns whether a column looks like an id: texts or whole numbers of which every row has one of its own. */
export function suspectId({ column, facts, table }: Subject, wanted: readonly Wanted[]): Found | undefined {
  if (!facts.areAllDifferent) return undefined;
  const { numbers } = facts;
  if (!numbers || column.kind === "category") return { kind: "id", message: MESSAGE };
  if (numbers.min >= YEARS[0] && numbers.max <= YEARS[1]) return undefined; // years
  if (countsUp(column, table.rows)) return { kind: "id", message: MESSAGE };
  const looksSo = NAME.test(column.name) || haveSameLength(numbers);
  const isRelated = wanted.some(
    ({ column: target }) => Math.abs(correlation(column, target, table.rows)) > RELATED,
  );
  return looksSo && !isRelated ? { kind: "id", message: MESSAGE } : undefined;
}

function haveSameLength({ min, max }: NumberFacts): boolean {
  const [shortest, longest] = [String(min).length, String(max).length];
  return min >= 0 && shortest === longest && shortest >= ID_DIGITS;
}

/** Returns whether numbers go up or down by the same step from row to row. */
function countsUp({ values }: NumberColumn, rows: number): boolean {
  const step = values.at(1) - values.at(0);
  for (let row = 1; row < rows; row++) if (values.at(row) - values.at(row - 1) !== step) return false;
  return true;
}
