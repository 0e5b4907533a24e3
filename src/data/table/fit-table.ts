import { DatasetError, type DataFault, type OptionFault } from "../dataset-error.ts";
import { missingRuleOf } from "./missing-rule-of.ts";
import type { CellWriting } from "./reading/writing/cell-writing.ts";
import type { ColumnEncoding, NumberEncoding, TableEncoding, TargetEncoding } from "./encoding.ts";
import { fitCategories, fitNumbers, numbersIn, scaleOf } from "./fit-column.ts";
import { faultAtCell } from "./locate-cell.ts";
import { fileDialect } from "./file-dialect.ts";
import type { OpenTable } from "./open-table.ts";
import { otherReading } from "./describe/suspect-words.ts";
import { countWords } from "./describe/suspect-target.ts";
import { quoted } from "./reading/read-table.ts";
import type { TableOptions } from "./table-options.ts";
import type { CategoryColumn, NumberColumn } from "./reading/table.ts";

type Fault = DataFault | OptionFault;

/** Most outputs that a network for classes may have: a class is a byte. */
const MOST_CLASSES = 256;
/** Most inputs that a column of categories may become. */
const MOST_CATEGORIES = 1000;
/** In fewer rows categories may all differ by chance. */
const FEWEST_IDS = 20;

/**
 * Returns how the columns of a table become inputs and targets.
 *
 * @param rows The table's rows that there is something to learn from.
 * @param train Those among them that are for training: figures are fitted on them alone.
 * @throws {DatasetError} With everything in which the columns do not fit the options.
 */
export function fitTable(
  open: OpenTable,
  { rows, train }: { rows: Uint32Array; train: Uint32Array },
  options: TableOptions,
): TableEncoding {
  const faults: Fault[] = [];
  const inputs = open.roles.inputs.flatMap((place): ColumnEncoding[] => {
    const column = columnAt(open, place);
    const rules = { ...options, missing: missingRuleOf(options, column.name) };
    const encoding =
      column.kind === "number"
        ? withWriting(fitNumbers(column, train, rules), open.format.writings[place])
        : fitCategories(column, train, rules);
    const fault = encoding ? inputFault(encoding, train.length, column) : emptyFault(column.name);
    if (fault) faults.push(fault);
    return encoding ? [encoding] : [];
  });
  const target = fitTarget(open, { rows, train }, options, faults);
  if (faults.length > 0) throw new DatasetError(faults);
  const dialect = fileDialect(open, options);
  return { inputs, target: target!, ...(Object.keys(dialect).length > 0 && { dialect }) };
}

/** Adds to a column's encoding how its texts spell numbers, if they are not plain. */
function withWriting(
  encoding: NumberEncoding | undefined,
  writing: CellWriting | undefined,
): NumberEncoding | undefined {
  return encoding && writing ? { ...encoding, writing } : encoding;
}

/** Returns a column of a table by its place in the file. */
export function columnAt({ table }: Pick<OpenTable, "table">, place: number): NumberColumn | CategoryColumn {
  const name = table.names[place];
  return table.columns.find((column) => column.name === name)!;
}

function fitTarget(
  open: OpenTable,
  { rows, train }: { rows: Uint32Array; train: Uint32Array },
  { targetScaling, fold }: TableOptions,
  faults: Fault[],
): TargetEncoding | undefined {
  const columns = open.roles.targets.map((place) => columnAt(open, place));
  const [first] = columns;
  if (first!.kind === "category")
    return fitClasses(open, first as CategoryColumn, { rows, train, fold }, faults);
  const scaled = (columns as NumberColumn[]).map(({ name, values }) => {
    const scale = scaleOf(numbersIn(values, train), targetScaling);
    if (!isUsable(scale)) faults.push(tooLarge("targetScaling", name));
    return { column: name, ...scale };
  });
  return { kind: "numbers", columns: scaled };
}

function fitClasses(
  open: OpenTable,
  column: CategoryColumn,
  { rows, train, fold }: { rows: Uint32Array; train: Uint32Array; fold: number },
  faults: Fault[],
): TargetEncoding {
  const { name, values } = column;
  const wordsIn = (some: Uint32Array) =>
    new Set(Array.from(some, (row) => values.words[values.at(row) - 1]!));
  const classes = [...wordsIn(rows)].sort();
  const learnt = wordsIn(train);
  const refuse = (option: string, message: string, hint: string) =>
    faults.push({ option, code: "class-count", message, hint });
  const unseen = classes.filter((word) => !learnt.has(word));
  if (classes.length < 2)
    refuse(
      "target",
      `Cannot tell classes apart as ${quoted(name)} must have at least 2: ${classes.length}`,
      "Choose another column",
    );
  if (classes.length > MOST_CLASSES)
    refuse(
      "target",
      `Cannot tell classes apart as ${quoted(name)} may have at most ${MOST_CLASSES}: ${classes.length}`,
      otherReading(column)?.hint ?? "Name it below numbers if it holds numbers, or choose another column",
    );
  else if (unseen.length > 0) faults.push(unseenFault(open, column, { rows, unseen, fold }));
  return { kind: "classes", column: name, classes };
}

/**
 * Why the training part has no example of some classes: because they have one at all, which the fault points at, or because
 * of how rows are divided.
 */
function unseenFault(
  open: OpenTable,
  column: CategoryColumn,
  { rows, unseen, fold }: { rows: Uint32Array; unseen: readonly string[]; fold: number },
): Fault {
  const { name, values } = column;
  const counts = countWords(column, values.length);
  const single = unseen.filter((word) => counts.get(word) === 1);
  const where = fold > 0 ? `the training part of fold ${fold}` : "the training part";
  if (single.length === 0) {
    const message = `Column ${quoted(name)} must have an example of each class in ${where}: none of ${unseen.slice(0, 5).map(quoted).join(", ")}`;
    return {
      option: "target",
      code: "bad-split",
      message,
      hint: "Write split: stratified, so that every part has some of each class",
    };
  }
  const row = rows.find((candidate) => values.words[values.at(candidate) - 1] === single[0])!;
  const rest = single.length > 1 ? `; so have ${single.length - 1} more classes` : "";
  const message = `Class ${quoted(single[0]!)} must have an example in ${where}: it has a single one, here, which is in another part${rest}`;
  const hint = "Leave such rows out, add examples of the class, or choose another target";
  return faultAtCell(open, { row, column: name }, { code: "bad-split", message, hint });
}

function inputFault(
  encoding: ColumnEncoding,
  rows: number,
  column: NumberColumn | CategoryColumn,
): OptionFault | undefined {
  if (encoding.kind === "number")
    return isUsable(encoding) ? undefined : tooLarge("scaling", encoding.column);
  const count = encoding.categories.length;
  if (count === rows && rows >= FEWEST_IDS) {
    const message = `Cannot use column ${quoted(encoding.column)} as its categories must come again: every row has its own, as an id has`;
    return {
      option: "path",
      code: "unfit-column",
      message,
      hint: otherReading(column)?.hint ?? "Name it below ignore",
    };
  }
  if (count <= MOST_CATEGORIES) return undefined;
  const message = `Cannot use column ${quoted(encoding.column)} as it may have at most ${MOST_CATEGORIES} categories: ${count}`;
  const hint = otherReading(column)?.hint ?? "Name it below ignore, or group seldom ones by rare: 10";
  return { option: "path", code: "unfit-column", message, hint };
}

function emptyFault(column: string): OptionFault {
  const message = `Cannot use column ${quoted(column)} as the training part must have a value of it: none`;
  return { option: "path", code: "unfit-column", message, hint: "Name it below ignore" };
}

function tooLarge(option: string, column: string): OptionFault {
  const message = `Cannot scale column ${quoted(column)} as its mean and spread must be finite: its numbers are too large`;
  return { option, code: "unfit-column", message, hint: "Name it below ignore" };
}

function isUsable({ center, scale }: { center: number; scale: number }): boolean {
  return Number.isFinite(center) && Number.isFinite(scale);
}
