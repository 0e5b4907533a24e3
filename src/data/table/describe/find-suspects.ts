import type { KnownFormat } from "../reading/table-format.ts";
import type { Table } from "../reading/table.ts";
import { columnFacts } from "./column-facts.ts";
import type { Subject } from "./subject.ts";
import { suspectId } from "./suspect-id.ts";
import { suspectSpelling, suspectWords } from "./suspect-words.ts";
import { suspectMixed, suspectNumbers } from "./suspect-numbers.ts";
import { suspectTarget } from "./suspect-target.ts";
import type { Found, Suspicion } from "./suspicion.ts";
import { determinesTarget, wantedOf, type Wanted } from "./determines-target.ts";

/** A column is judged only in a table with so many rows. */
const FEWEST_ROWS = 20;
const MANY_CATEGORIES = 100;

/** What a table is to be judged for. */
export interface Purpose {
  /** The columns to predict. */
  readonly targets: readonly string[];
  /** Columns that are inputs, or may be. */
  readonly inputs: readonly string[];
  /** Whether seldom categories become one, so that many of them are no matter. */
  readonly groupsRare: boolean;
}

/** Returns what is odd about the columns of a table, one thing at most for each, over all its rows. */
export function findSuspects(table: Table, format: KnownFormat, purpose: Purpose): Suspicion[] {
  const facts = new Map(table.columns.map((column) => [column, columnFacts(column, table.rows)]));
  const wanted = table.columns
    .filter(({ name }) => purpose.targets.includes(name))
    .map((column) => wantedOf(column, facts.get(column)!));
  return table.columns.flatMap((column): Suspicion[] => {
    const subject = { column, facts: facts.get(column)!, table, format };
    const isTarget = purpose.targets.includes(column.name);
    const isInput = purpose.inputs.includes(column.name) && !format.unnamed.includes(column.name);
    if (!isTarget && !isInput) return [];
    const found = isTarget ? suspectTarget(subject) : suspectInput(subject, purpose, wanted);
    return found ? [{ column: column.name, ...found }] : [];
  });
}

function suspectInput(
  subject: Subject,
  { groupsRare }: Purpose,
  wanted: readonly Wanted[],
): Found | undefined {
  const { column, facts, table } = subject;
  const { rows } = table;
  const mixed = suspectMixed(subject);
  if (mixed) return mixed;
  if (facts.present === 0) return { kind: "empty", message: "no value at all: ignore it" };
  if (facts.isConstant) return { kind: "constant", message: "one and the same value everywhere: ignore it" };
  const written = suspectWords(subject);
  if (written) return written;
  if (rows >= FEWEST_ROWS) {
    const leaked = wanted.find((target) => determinesTarget(column, target, rows));
    const id = suspectId(subject, wanted);
    if (leaked && !(id && column.kind === "category"))
      return {
        kind: "leak",
        message: `determines ${leaked.column.name} by itself: is it known before ${leaked.column.name} is?`,
      };
    if (id) return id;
  }
  const missing = rows - facts.present;
  if (missing > rows / 2)
    return { kind: "mostlyMissing", message: `${missing} of ${rows} values are missing` };
  if (column.kind === "number") return suspectNumbers(subject);
  const spelling = suspectSpelling(column);
  if (spelling) return spelling;
  const different = column.values.words.length;
  if (groupsRare || different <= MANY_CATEGORIES) return undefined;
  return {
    kind: "manyCategories",
    message: `${different} categories, one input each: ignore it, or group seldom ones by rare: 10`,
  };
}
