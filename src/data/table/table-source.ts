import type { DataFolder, DatasetSource } from "../source.ts";
import { columnFacts } from "./describe/column-facts.ts";
import { findSuspects } from "./describe/find-suspects.ts";
import { suspectNames } from "./describe/suspect-names.ts";
import type { Suspicion } from "./describe/suspicion.ts";
import { wantedOf } from "./describe/determines-target.ts";
import { encodeTable } from "./encode-table.ts";
import { categoryFinder } from "./find-category.ts";
import { columnAt } from "./fit-table.ts";
import { RULES } from "./missing-rule-of.ts";
import { openTable, type PreparedTable, type OpenTable } from "./open-table.ts";
import { prepareTable } from "./prepare-table.ts";
import { DIALECT_DEFAULTS } from "./reading/dialect.ts";
import type { TableOptions } from "./table-options.ts";

/** Tables of the user's own: a file of columns, of which one or several are to be predicted from the others. */
export const csv: DatasetSource<TableOptions> = tableSource("csv", "a CSV file of yours: path and target");
export const jsonl: DatasetSource<TableOptions> = tableSource(
  "jsonl",
  "a file of JSON lines of yours: path and target",
);

function tableSource(name: TableOptions["name"], summary: string): DatasetSource<TableOptions> {
  return {
    name,
    summary,
    facts: (options, folder) => prepareTable(options, folder).facts,
    recipe: (options, folder) => {
      const { path: _, fold, ...others } = options;
      const prepared = prepareTable(options, folder);
      const { sha256 } = prepared.open.table;
      const said = Object.fromEntries(
        Object.entries(others).filter(([option, value]) => value !== undefined && !isUnsaid(option, value)),
      );
      return { ...said, ...(options.folds > 0 && { fold }), sha256, version: versionOf(prepared) };
    },
    possibleClasses: (options, folder) => possibleClasses(openTable(options, folder)),
    warnings: (options, folder) => suspectTable(options, folder).map(warningText),
    load: (options, { folder }) => Promise.resolve(encodeTable(prepareTable(options, folder))),
  };
}

/**
 * Since version 2 a category counts as one with the same meaning, since version 3 single columns may have a decimal comma;
 * tables without such keep their ids.
 */
function versionOf({ open, encoding }: PreparedTable): number {
  if (open.format.isFound) return 3;
  const hasOtherSpelling = encoding.inputs.some((input, i) => {
    if (input.kind === "number") return false;
    const column = columnAt(open, open.roles.inputs[i]!);
    const words = column.kind === "number" ? [] : column.values.words;
    const find = categoryFinder(input);
    return words.some((word) => ![word, input.other].includes(input.categories[find(word)] ?? word));
  });
  return hasOtherSpelling ? 2 : 1;
}

function warningText({ column, message }: Suspicion): string {
  return column === null ? message : `${column}: ${message}`;
}

/** Options that the recipe has always had. */
const FIRST: ReadonlySet<string> = new Set(["delimiter", "decimal"]);
/** Options that came later: at their defaults they leave the recipe as it was. */
const LATER: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(Object.entries(DIALECT_DEFAULTS).filter(([option]) => !FIRST.has(option))),
  ...Object.fromEntries(Object.keys(RULES).map((option) => [option, []])),
};

function isUnsaid(option: string, value: unknown): boolean {
  return option in LATER && JSON.stringify(value) === JSON.stringify(LATER[option]);
}

/** Returns the column of numbers to predict if they may be classes: a few whole ones, two at least. */
function possibleClasses(open: OpenTable): string | undefined {
  const [target, ...others] = open.roles.targets;
  if (target === undefined || others.length > 0) return undefined;
  const column = columnAt(open, target);
  if (column.kind === "category") return undefined;
  const facts = columnFacts(column, open.table.rows);
  return wantedOf(column, facts).isClasses && !facts.isConstant ? column.name : undefined;
}

/**
 * Returns what is odd about a table as it is learnt from: about the columns that are inputs or to be predicted, over all
 * rows.
 * @throws {DatasetError} If it cannot be read with its options.
 */
function suspectTable(options: TableOptions, folder: DataFolder): readonly Suspicion[] {
  const open = openTable(options, folder);
  const groupsRare = options.rare > 0;
  const found = open.suspicions.get(groupsRare) ?? suspect(open, groupsRare);
  open.suspicions.set(groupsRare, found);
  return found;
}

function suspect({ table, format, roles }: OpenTable, groupsRare: boolean): Suspicion[] {
  const nameOf = (place: number) => table.names[place]!;
  const purpose = { targets: roles.targets.map(nameOf), inputs: roles.inputs.map(nameOf), groupsRare };
  return [...suspectNames(format), ...findSuspects(table, format, purpose)];
}
