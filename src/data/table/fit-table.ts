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
import { statement, type Says } from "../../statement.ts";
import { counted } from "../../text/counted.ts";

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
  const refuse = (allowed: string, hint: string) => {
    const rule = { subject: `Column ${quoted(name)}`, verb: "must have", allowed, found: classes.length };
    faults.push({ option: "target", ...statement("class-count", rule, hint) });
  };
  const unseen = classes.filter((word) => !learnt.has(word));
  if (classes.length < 2) refuse("at least 2 classes", "Choose another column");
  if (classes.length > MOST_CLASSES)
    refuse(
      `at most ${MOST_CLASSES} classes`,
      otherReading(column)?.hint ?? "Name it below numbers if it holds numbers, or choose another column",
    );
  else if (unseen.length > 0) faults.push(unseenFault(open, column, { rows, unseen, fold }));
  return { kind: "classes", column: name, classes };
}

/**
 * Returns that the training part has no example of some classes: because they have a single one, whose place it is, or
 * because of how rows are divided.
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
    const found = `none of ${unseen.slice(0, 5).map(quoted).join(", ")}`;
    const rule = { verb: "must have", allowed: `an example of each class in ${where}`, found };
    const hint = "Write split: stratified, so that every part has some of each class";
    return {
      option: "target",
      ...statement("bad-split", { subject: `Column ${quoted(name)}`, ...rule }, hint),
    };
  }
  const row = rows.find((candidate) => values.words[values.at(candidate) - 1] === single[0])!;
  const rest =
    single.length > 1 ? `, like ${counted(single.length - 1, "other class", "other classes")}` : "";
  const rule = { verb: "must have", allowed: `an example in ${where}` };
  const found = `a single one, here, in another part${rest}`;
  const hint = "Leave such rows out, add examples of the class, or choose another target";
  const broken = { subject: `Class ${quoted(single[0]!)}`, ...rule, found };
  return faultAtCell(open, { row, column: name }, statement("bad-split", broken, hint));
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
    const message = `Column ${quoted(encoding.column)} has a category of its own in every row, as an id has`;
    return unfit("path", message, otherReading(column)?.hint);
  }
  if (count <= MOST_CATEGORIES) return undefined;
  const rule = { verb: "must have", allowed: `at most ${MOST_CATEGORIES} categories`, found: count };
  const hint = otherReading(column)?.hint ?? "Name it below ignore, or group rare ones with rare: 10";
  return unfit("path", { subject: `Column ${quoted(encoding.column)}`, ...rule }, hint);
}

function emptyFault(column: string): OptionFault {
  return unfit("path", `Column ${quoted(column)} has no value in the training part`);
}

function tooLarge(option: string, column: string): OptionFault {
  return unfit(option, `The numbers of column ${quoted(column)} are too large to be scaled`);
}

function unfit(option: string, says: Says, hint: string = "Name it below ignore"): OptionFault {
  return { option, ...statement("unfit-column", says, hint) };
}

function isUsable({ center, scale }: { center: number; scale: number }): boolean {
  return Number.isFinite(center) && Number.isFinite(scale);
}
