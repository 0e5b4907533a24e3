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
import { statement, type Says } from "../../statement.ts";

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
  refuseTooLarge(rows.length, featuresOf(encoding.inputs), mostValues(open.file.system));
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
  const refuse = (option: string, says: Says, hint: string): OptionFault[] => [
    { option, ...statement("bad-split", says, hint) },
  ];
  return [
    ...(validationShare + (folds === 0 ? testShare : 1 / Math.max(folds, 2)) >= 1
      ? refuse("validationShare", "The shares leave no rows for training", "Write smaller shares")
      : []),
    ...(folds === 1
      ? refuse("folds", { subject: "folds", allowed: "at least 2", found: 1 }, "Write folds: 5")
      : []),
    ...(fold > folds
      ? refuse(
          "fold",
          { subject: "fold", allowed: `at most folds, which is ${folds}`, found: fold },
          "Leave it out to train on all folds",
        )
      : []),
    ...(splitColumn !== undefined && (group !== undefined || folds > 0)
      ? refuse("splitColumn", "splitColumn cannot be combined with group or folds", "Remove one of them")
      : []),
  ];
}

function emptyFaults(
  sizes: DatasetFacts["sizes"],
  { validationShare, splitColumn }: TableOptions,
): OptionFault[] {
  const refuse = (option: string, part: string, hint: string): OptionFault => {
    const found = `${sizes.train} to train, ${sizes.validation} to validate, ${sizes.test} to test`;
    const rule = { subject: `The ${part} part`, verb: "must have", allowed: "at least one row", found };
    return { option, ...statement("bad-split", rule, hint) };
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

/** Returns that parts are empty because of classes with a single example, if so. */
function loneClasses(open: OpenTable): OptionFault | undefined {
  const [target] = open.roles.targets.map((place) => columnAt(open, place));
  if (target?.kind !== "category") return undefined;
  const counts = [...countWords(target, open.table.rows).values()];
  const lone = counts.filter((count) => count === 1).length;
  if (2 * lone < counts.length) return undefined;
  const found = `one example of ${lone} of ${counts.length} classes`;
  const rule = { verb: "must have", allowed: "several examples of each class", found };
  const hint = otherReading(target)?.hint ?? "Choose another target";
  return {
    option: "target",
    ...statement("bad-split", { subject: `Column ${quoted(target.name)}`, ...rule }, hint),
  };
}

/** Returns silently if the inputs of a table's rows fit memory. @throws {DatasetError} */
export function refuseTooLarge(rows: number, features: number, most: number): void {
  if (rows * features <= most) return;
  const found = `${rows} rows of ${features}`;
  const rule = { subject: "The table", verb: "must have", allowed: `at most ${most} inputs`, found };
  const hint = `${memoryHint(most)}, or group rare categories with rare`;
  throw new DatasetError([{ option: "path", ...statement("data-too-large", rule, hint) }]);
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
