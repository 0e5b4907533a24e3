import type { ColumnDescription } from "../../data/table/describe/describe-column.ts";
import type { TableDescription } from "../../data/table/describe/describe-table.ts";
import type { Suspicion } from "../../data/table/describe/suspicion.ts";
import { GridientError } from "../../errors.ts";
import { listText } from "../../results/list-text.ts";

export type TargetKind = "classes" | "numbers";

/** A table's options that differ from their defaults, and the reasons. */
export interface ChosenOptions {
  readonly options: Readonly<Record<string, unknown>>;
  /** Each a sentence. */
  readonly notes: readonly string[];
  readonly isNumber: boolean;
}

/** Columns that no network should learn from. */
export const USELESS: ReadonlySet<Suspicion["kind"]> = new Set(["id", "constant", "empty"]);
/** Columns that cannot be read; a note says why. */
const UNREAD: ReadonlySet<Suspicion["kind"]> = new Set(["unreadDates", "unreadNumbers"]);
/** Numbers that programs write for a missing value. */
const SENTINEL = /^-9{2,}$/;
/** Categories with fewer examples are merged. */
const RARE = 10;
const MOST_CLASSES = 256;

/** Returns the options with which a table is probably read as intended, so that a network can learn from it. */
export function tableOptions(
  { columns, suspicions, rows }: TableDescription,
  target: string,
  kind: TargetKind | undefined,
): ChosenOptions {
  const lists = new Map<string, string[]>();
  const notes: string[] = [];
  const add = (option: string, name: string): void =>
    void lists.set(option, [...new Set([...(lists.get(option) ?? []), name])]);
  for (const suspicion of suspicions) {
    const column = columns.find(({ name }) => name === suspicion.column);
    if (!column || suspicion.kind === "unnamed") continue;
    for (const [option, name] of remedies(suspicion, column, { rows, isTarget: column.name === target }))
      add(option, name);
  }
  const wanted = columns.find(({ name }) => name === target)!;
  const isRead = ["thousands", "units", "decimalComma"].some((option) => lists.get(option)?.includes(target));
  const isNumber = isRead || isNumberTarget(wanted, kind, notes);
  if (!isNumber && wanted.kind === "number") add("categories", target);
  if (!isNumber) requireClasses(wanted);
  const ignored = lists.get("ignore") ?? [];
  const inputs = columns.filter(
    ({ name }) => name !== target && !ignored.includes(name) && !isUnnamed(name, suspicions),
  );
  if (inputs.length === 0)
    throw new GridientError("E_USAGE", `No column is left from which to predict ${target}`, {
      hint: ignored.length > 0 ? `Left out: ${listText(ignored, 10)}` : "Add columns that may predict it",
    });
  const hasMany = suspicions.some(
    ({ kind, column }) => kind === "manyCategories" && !ignored.includes(column ?? ""),
  );
  const gaps = inputs.filter(({ name, missing }) => missing > 0 || hasWord(name, suspicions, lists));
  if (wanted.missing > 0 || hasWord(target, suspicions, lists)) add("dropWithout", target);
  const options = {
    ...Object.fromEntries(lists),
    ...(gaps.length > 0 && { missing: "median" }),
    ...(hasMany && { rare: RARE }),
  };
  const odd = suspicions.filter(
    ({ kind, column }) => UNREAD.has(kind) || (!REMEDIED.has(kind) && !ignored.includes(column ?? "")),
  );
  const warnings = odd.map(({ column, message }) => `! ${column === null ? "" : `${column}: `}${message}`);
  return { options, notes: [...notes, ...noteLists(lists, gaps.length, hasMany), ...warnings], isNumber };
}

/** Suspicions that options solve, or that a note mentions. */
const REMEDIED: ReadonlySet<Suspicion["kind"]> = new Set([
  ...USELESS,
  "mixed",
  "manyCategories",
  "writtenNumbers",
  "thousands",
  "dates",
  "numbersAsNames",
  "numberedClasses",
]);

/** Returns the options that name a column because of its suspicions. */
function remedies(
  { kind, options = [], word, strays = [] }: Suspicion,
  column: ColumnDescription,
  { rows, isTarget }: { rows: number; isTarget: boolean },
): [option: string, name: string][] {
  const { name, different } = column;
  const read = options.map((option): [string, string] => [option, name]);
  if (word !== undefined && (kind === "mixed" || SENTINEL.test(word))) return [["missingWords", word]];
  if (strays.length > 0) return strays.map((stray) => ["missingWords", stray]);
  if (isTarget)
    return kind === "mixed" ? [["categories", name]] : read.filter(([option]) => option !== "dates");
  if (USELESS.has(kind) || UNREAD.has(kind)) return [["ignore", name]];
  if (kind === "mixed") return [[different > rows / 4 ? "ignore" : "categories", name]];
  if (kind === "manyCategories" && different > rows / 4) return [["ignore", name]];
  return read;
}

/** Returns whether to predict numbers: not if there are only two whole numbers, unless a flag says so. */
function isNumberTarget(column: ColumnDescription, kind: TargetKind | undefined, notes: string[]): boolean {
  if (column.kind === "category") {
    if (kind === "numbers")
      throw new GridientError("E_USAGE", `${column.name} has texts, so it cannot be predicted as numbers`);
    return false;
  }
  if (kind !== undefined) return kind === "numbers";
  if (!column.isWhole || column.different > 20) return true;
  const isNumber = column.different > 2;
  notes.push(
    isNumber
      ? `${column.name} has ${column.different} different whole numbers, treated as numbers; use --classes to treat them as classes`
      : `${column.name} has two whole numbers, treated as classes; use --numbers to treat them as numbers`,
  );
  return isNumber;
}

function requireClasses({ name, different }: ColumnDescription): void {
  if (different >= 2 && different <= MOST_CLASSES) return;
  if (different === 0) throw new GridientError("E_USAGE", `No row has a value of ${name}`);
  const message = `${name} must have 2 to ${MOST_CLASSES} classes (got ${different})`;
  throw new GridientError("E_USAGE", message, { hint: "Choose another column: --target" });
}

function isUnnamed(name: string, suspicions: readonly Suspicion[]): boolean {
  return suspicions.some(({ column, kind }) => column === name && kind === "unnamed");
}

/** Returns whether a column has a word that is now read as missing. */
function hasWord(
  name: string,
  suspicions: readonly Suspicion[],
  lists: ReadonlyMap<string, string[]>,
): boolean {
  return suspicions.some(
    ({ column, word, strays = [] }) =>
      column === name &&
      [...strays, ...(word === undefined ? [] : [word])].some((text) =>
        lists.get("missingWords")?.includes(text),
      ),
  );
}

/** Notes on columns that an option names. */
const NOTES: Readonly<Record<string, string>> = {
  ignore: "Left out, because they do not help to predict or cannot be read",
  categories: "Treated as categories",
  thousands: "Read as numbers with marks between thousands",
  units: "Read as numbers with a unit",
  decimalComma: "Read as numbers with a decimal comma",
  dates: "Read as dates: year, month, day and weekday",
  missingWords: "Treated as a missing value",
  dropWithout: "Rows left out, because they have no value",
};

function noteLists(lists: ReadonlyMap<string, string[]>, gaps: number, hasMany: boolean): string[] {
  return [
    ...[...lists].map(([option, names]) => `${NOTES[option]}: ${listText(names, 10)}`),
    ...(gaps > 0
      ? ["Missing inputs are filled: numbers with the median, categories with the most frequent one"]
      : []),
    ...(hasMany ? [`Categories with fewer than ${RARE} examples become one, other`] : []),
  ];
}
