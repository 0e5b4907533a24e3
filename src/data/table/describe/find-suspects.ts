import type { Table, TableColumn } from "../reading/table.ts";
import type { ColumnDescription } from "./describe-column.ts";
import { countRepeats } from "./count-repeats.ts";
import { tellsTarget } from "./tells-target.ts";

/** Something about a table that its owner should look at. */
export interface Suspicion {
  /** The column; null = the table as a whole. */
  readonly column: string | null;
  readonly kind:
    | "empty"
    | "constant"
    | "id"
    | "mostlyMissing"
    | "manyCategories"
    | "leak"
    | "smallClass"
    | "numberedClasses"
    | "repeatedRows";
  readonly message: string;
}

/** A column is judged only if so many rows bear it out. */
const FEWEST_ROWS = 20;
const MANY_CATEGORIES = 100;
const SMALL_CLASS = 5;
const MOST_NUMBERED = 20;

/** Returns what is odd about a table, column by column. */
export function findSuspects(
  table: Table,
  descriptions: readonly ColumnDescription[],
  target: string | undefined,
): Suspicion[] {
  const wanted = table.columns.find(({ name }) => name === target);
  const suspicions = table.columns.flatMap((column, i) => {
    const found =
      wanted === column
        ? suspectTarget(descriptions[i]!, column, table.rows)
        : suspectInput(column, descriptions[i]!, table, wanted);
    return found ? [{ column: column.name, ...found }] : [];
  });
  const repeats = countRepeats(table);
  if (repeats === 0) return suspicions;
  const message = `${repeats} of ${table.rows} rows repeat an earlier one: parts that share rows flatter the test, so remove them or name a group`;
  return [...suspicions, { column: null, kind: "repeatedRows", message }];
}

type Found = Omit<Suspicion, "column"> | undefined;

function suspectInput(
  column: TableColumn,
  description: ColumnDescription,
  table: Table,
  target: TableColumn | undefined,
): Found {
  const { missing, different } = description;
  const { rows } = table;
  if (missing === rows) return { kind: "empty", message: "no value at all: ignore it" };
  if (different === 1) return { kind: "constant", message: "one and the same value everywhere: ignore it" };
  if (rows >= FEWEST_ROWS && isId(column, description, rows))
    return { kind: "id", message: "every row has a value of its own, as an id has: ignore it" };
  if (rows >= FEWEST_ROWS && target && tellsTarget(column, target, rows))
    return {
      kind: "leak",
      message: `tells ${target.name} all by itself: is it known before ${target.name} is?`,
    };
  if (missing > rows / 2)
    return { kind: "mostlyMissing", message: `${missing} of ${rows} values are missing` };
  if (description.kind === "category" && different > MANY_CATEGORIES)
    return {
      kind: "manyCategories",
      message: `${different} categories, one input each: ignore it, or group seldom ones by rare`,
    };
  return undefined;
}

/** Texts that all differ, or whole numbers that count on. */
function isId(column: TableColumn, description: ColumnDescription, rows: number): boolean {
  if (column.kind === "category" && column.values.overflow > 0) return true;
  if (description.different < rows) return false;
  if (column.kind === "category") return true;
  if (description.kind !== "number" || !description.isWhole) return false;
  const step = column.values.at(1) - column.values.at(0);
  for (let row = 1; row < rows; row++)
    if (column.values.at(row) - column.values.at(row - 1) !== step) return false;
  return true;
}

function suspectTarget(description: ColumnDescription, column: TableColumn, rows: number): Found {
  if (description.different === 1)
    return { kind: "constant", message: "one and the same value everywhere: nothing to predict" };
  if (description.kind === "number") {
    const { isWhole, different } = description;
    if (!isWhole || different > MOST_NUMBERED || different > rows / 4) return undefined;
    return {
      kind: "numberedClasses",
      message: `${different} different whole numbers: if they are classes, name the column below categories`,
    };
  }
  const counts = new Map<string, number>();
  const { values } = column as TableColumn & { kind: "category" };
  for (let row = 0; row < rows; row++) {
    const word = values.words[values.at(row) - 1];
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const small = [...counts]
    .filter(([, count]) => count < SMALL_CLASS)
    .map(([word, count]) => `${word} ${count}`)
    .sort();
  if (small.length === 0) return undefined;
  return {
    kind: "smallClass",
    message: `classes with fewer than ${SMALL_CLASS} examples: ${small.slice(0, 10).join(", ")}`,
  };
}
