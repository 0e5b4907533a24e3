import type { DatasetFacts, TargetFacts } from "../dataset.ts";
import type { DataFolder } from "../source.ts";
import { DatasetError, type OptionFault } from "../dataset-error.ts";
import type { ColumnEncoding, TableEncoding } from "./encoding.ts";
import { otherReading } from "./describe/suspect-words.ts";
import { countWords } from "./describe/suspect-target.ts";
import { columnAt, fitTable } from "./fit-table.ts";
import { openTable, type OpenTable, type PreparedTable } from "./open-table.ts";
import { quoted } from "./reading/read-table.ts";
import { memoryHint, mostValues } from "./reading/memory-limit.ts";
import { rowParts } from "./row-parts.ts";
import type { TableOptions } from "./table-options.ts";
import { usableRows } from "./usable-rows.ts";

/** Returns a table with its rows divided and its encoding fitted. @throws {DatasetError} If its options do not fit it. */
export function prepareTable(options: TableOptions, folder: DataFolder): PreparedTable {
  const open = openTable(options, folder);
  const key = JSON.stringify(options);
  const ready = open.prepared.get(key) ?? prepare(open, options);
  open.prepared.set(key, ready);
  return ready;
}

function prepare(open: OpenTable, options: TableOptions): PreparedTable {
  const wrong = optionFaults(options);
  if (wrong.length > 0) throw new DatasetError(wrong);
  const rows = usableRows(open, options);
  const parts = rowParts(open, rows, options);
  const sizes = { train: parts.train.length, validation: parts.validation.length, test: parts.test.length };
  const empty = emptyFaults(sizes, options).flatMap((fault) => loneClasses(open) ?? fault);
  if (empty.length > 0) throw new DatasetError(empty);
  const train = parts.train.map((place) => rows[place]!);
  const encoding = fitTable(open, { rows, train }, options);
  refuseTooLarge(rows.length, featuresOf(encoding.inputs), mostValues());
  const facts = { features: featuresOf(encoding.inputs), target: targetFacts(encoding), sizes };
  return { open, rows, parts, encoding, facts };
}

function optionFaults({
  validationShare,
  testShare,
  folds,
  fold,
  splitColumn,
  group,
}: TableOptions): OptionFault[] {
  const refuse = (option: string, message: string, hint: string): OptionFault[] => [
    { option, code: "bad-split", message, hint },
  ];
  return [
    ...(validationShare + (folds === 0 ? testShare : 1 / Math.max(folds, 2)) >= 1
      ? refuse(
          "validationShare",
          "Cannot divide the rows as shares must leave some for training: nothing is left",
          "Write smaller shares",
        )
      : []),
    ...(folds === 1
      ? refuse("folds", "Cannot divide the rows as folds must be two at least: 1", "Write folds: 5")
      : []),
    ...(fold > folds
      ? refuse(
          "fold",
          `Cannot choose a fold as there must be one of that number: ${fold} of ${folds}`,
          "Leave it out for all of them",
        )
      : []),
    ...(splitColumn !== undefined && (group !== undefined || folds > 0)
      ? refuse(
          "splitColumn",
          "Cannot divide the rows as splitColumn must be alone: group or folds are there, too",
          "Remove one of them",
        )
      : []),
  ];
}

function emptyFaults(
  sizes: DatasetFacts["sizes"],
  { validationShare, splitColumn }: TableOptions,
): OptionFault[] {
  const refuse = (option: string, part: string, hint: string): OptionFault => {
    const message = `Cannot divide the rows as the ${part} part must have some: ${sizes.train} to train, ${sizes.validation} to validate, ${sizes.test} to test`;
    return { option, code: "bad-split", message, hint };
  };
  if (sizes.train === 0) return [refuse("path", "training", "Add rows, or write smaller shares")];
  if (sizes.test === 0)
    return [
      refuse(
        splitColumn === undefined ? "testShare" : "splitColumn",
        "test",
        "Add rows, or a larger testShare",
      ),
    ];
  if (sizes.validation > 0 || validationShare === 0 || splitColumn !== undefined) return [];
  return [refuse("validationShare", "validation", "Write validationShare: 0 to do without")];
}

/** Why parts are empty, if the classes are to blame: of a single example no other part has one. */
function loneClasses(open: OpenTable): OptionFault | undefined {
  const [target] = open.roles.targets.map((place) => columnAt(open, place));
  if (target?.kind !== "category") return undefined;
  const counts = [...countWords(target, open.table.rows).values()];
  const lone = counts.filter((count) => count === 1).length;
  if (2 * lone < counts.length) return undefined;
  const message = `Column ${quoted(target.name)} must have several examples of its classes: ${lone} of ${counts.length} classes have a single one`;
  return {
    option: "target",
    code: "bad-split",
    message,
    hint: otherReading(target)?.hint ?? "Choose another target",
  };
}

/** Returns silently if the inputs of a table's rows fit memory. @throws {DatasetError} */
export function refuseTooLarge(rows: number, features: number, most: number): void {
  if (rows * features <= most) return;
  const message = `Cannot learn from the table as it may have at most ${most} inputs: ${rows} rows of ${features}`;
  throw new DatasetError([
    {
      option: "path",
      code: "data-too-large",
      message,
      hint: `${memoryHint(most)}, or group seldom categories by rare`,
    },
  ]);
}

/** Returns how many inputs the columns become. */
function featuresOf(inputs: readonly ColumnEncoding[]): number {
  let count = 0;
  for (const input of inputs) count += input.kind === "number" ? 1 : input.categories.length;
  return count;
}

function targetFacts({ target }: TableEncoding): TargetFacts {
  if (target.kind === "classes")
    return { kind: "classes", count: target.classes.length, names: target.classes };
  const { columns } = target;
  const scales = columns.map(({ scale }) => scale);
  const isScaled = scales.some((scale) => scale !== 1);
  const names = columns.map(({ column }) => column);
  return { kind: "numbers", count: columns.length, names, ...(isScaled && { scales }) };
}
