/**
 * Tables as people have them, in any dialect, with an experiment that learns from each.
 * @module
 */
import fc from "fast-check";

/** What a cell holds: a number comes with the text that a CSV file has for it. */
export type Cell = string | boolean | null | { readonly number: number; readonly text: string };

/** A table with the experiment that learns from it. Its last rows are the test part. */
export interface RandomTable {
  readonly kind: "csv" | "jsonl";
  /** Options of the data set but name and path. */
  readonly options: Readonly<Record<string, unknown>>;
  /** How CSV is written. */
  readonly style: Style;
  readonly names: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly targets: readonly string[];
  /** Whether the rows to be answered come with the answers. */
  readonly hasTargets: boolean;
}

interface Style {
  readonly delimiter: "," | ";" | "\t" | "|";
  readonly decimal: "." | ",";
  readonly newline: string;
  /** Whether cells are in quotes that need none. */
  readonly isQuoted: boolean;
  readonly hasHeader: boolean;
}

/** Rows of each part, in this order. */
export const SIZES = { train: 24, validation: 4, test: 12 } as const;
const ROWS = SIZES.train + SIZES.validation + SIZES.test;

const WORDS = [
  "a",
  "b c",
  "x,y",
  "p;q",
  "t|u",
  'say "so"',
  "two\nlines",
  "ü",
  "=1+1",
  "O'Neil",
  "0x1",
  "1 2",
];
const GAPS = ["", "NA", "na", "N/A", "NaN", "null", "Null", "?"];
const PAIRS = [
  ["True", "False", "true", "FALSE", "1", "0"],
  ["yes", "no", "Yes", "true", "NO"],
  ["0", "1", "1.0", "true", "0.00"],
  ["1.0", "0.0", "1", "0"],
  ["Y", "N", "y", "false", "x"],
];
const NUMERALS = ["1", "2", "10", "1.0", "2.00", "10.0", "3"];
const NAMES = ["a", "b", "length, mm", 'the "size"', "x;y", "constructor", "label", "été", "1st"];

const anyNumber = fc
  .tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(3))
  .map(([digits, places]): Cell => numeral((digits / 10 ** places).toFixed(places)));

function numeral(text: string): Cell {
  return { number: Number(text), text };
}

/** Early rows draw from the first few of some cells, later ones from all: the test part has what training has not met. */
function drawn(pool: readonly Cell[], early: number): fc.Arbitrary<Cell[]> {
  const from = (count: number): fc.Arbitrary<Cell> => fc.constantFrom(...pool.slice(0, count));
  return fc
    .tuple(
      fc.array(from(early), { minLength: SIZES.train, maxLength: SIZES.train }),
      fc.array(from(pool.length), { minLength: ROWS - SIZES.train, maxLength: ROWS - SIZES.train }),
    )
    .map(([first, rest]) => [...first, ...rest]);
}

interface Column {
  readonly cells: readonly Cell[];
  /** The option that has to name it, if any. */
  readonly option?: ColumnOption;
}

const COLUMN_OPTIONS = ["categories", "thousands", "units", "dates"] as const;
type ColumnOption = (typeof COLUMN_OPTIONS)[number];

const numbers: fc.Arbitrary<Column> = fc
  .array(anyNumber, { minLength: ROWS, maxLength: ROWS })
  .map((cells) => ({ cells }));
const words: fc.Arbitrary<Column> = fc
  .shuffledSubarray(WORDS, { minLength: 5, maxLength: 5 })
  .chain((pool) => drawn(pool, 3))
  .map((cells) => ({ cells }));
const numerals: fc.Arbitrary<Column> = fc
  .shuffledSubarray(NUMERALS, { minLength: 5, maxLength: 5 })
  .chain((pool) => drawn(pool.map(numeral), 3))
  .map((cells) => ({ cells, option: "categories" as const }));
const booleans: fc.Arbitrary<Column> = fc
  .constantFrom(...PAIRS)
  .chain((pool) =>
    drawn(
      pool.map((word) => (/^\d/.test(word) ? numeral(word) : word)),
      2,
    ),
  )
  .map((cells) => ({ cells, option: "categories" as const }));

/** Numbers that are not written plainly: 1'234.5, or 12.5 %. */
const written: fc.Arbitrary<Column> = fc
  .constantFrom("thousands" as const, "units" as const)
  .chain((option) =>
    fc
      .array(fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.nat(2)), {
        minLength: ROWS,
        maxLength: ROWS,
      })
      .map((figures): Column => ({
        option,
        cells: figures.map(([digits, places]): Cell => {
          const plain = (digits / 10 ** places).toFixed(places);
          const grouped = plain.replaceAll(/(?<=^-?\d+)(?=(?:\d{3})+(?:\.|$))/g, "'");
          return { number: Number(plain), text: option === "units" ? `${plain} %` : grouped };
        }),
      })),
  );
/** How dates are written: year, month and day, and a time. */
const DATE_FORMATS: readonly ((year: string, month: string, day: string, time: string) => string)[] = [
  (year, month, day) => `${year}-${month}-${day}`,
  (year, month, day, time) => `${year}-${month}-${day}T${time}`,
  (year, month, day) => `${Number(day)}.${Number(month)}.${year}`,
  (year, month, day, time) => `${month}/${day}/${year} ${time}`,
  (year, month, day) => `${MONTHS[Number(month) - 1]} ${Number(day)} ${year}`,
  (year, month, day, time) => `${day}-${MONTHS[Number(month) - 1]!.toUpperCase()}-${year} ${time}`,
];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
const dates: fc.Arbitrary<Column> = fc
  .tuple(
    fc.constantFrom(...DATE_FORMATS),
    fc.array(fc.date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true }), {
      minLength: ROWS,
      maxLength: ROWS,
    }),
  )
  .map(([format, days]): Column => {
    const cells = days.map((day, i) => {
      const [year, month, date] = day.toISOString().slice(0, 10).split("-") as [string, string, string];
      return format(year, month, date, i % 5 === 0 ? "00:00" : day.toISOString().slice(11, 16));
    });
    return { option: "dates", cells };
  });

/** Some cells of a column are gaps. */
function gappy(column: Column, words: readonly string[]): fc.Arbitrary<Column> {
  if (words.length === 0) return fc.constant(column);
  const gap = fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...words) },
  );
  const gaps = fc.array(gap, { minLength: ROWS, maxLength: ROWS });
  return gaps.map((gap) => ({ ...column, cells: column.cells.map((cell, row) => gap[row] ?? cell) }));
}

/** Every class is among the first rows, so that there is something to learn of each. */
const classes = fc.constantFrom(["no", "yes"], ["b", 'a"', "c,d"], ["2", "1"]).chain((names) =>
  fc.array(fc.nat(names.length - 1), { minLength: ROWS, maxLength: ROWS }).map((picks): Column => ({
    cells: picks.map((pick, row) => {
      const name = names[row < names.length ? row : pick]!;
      return /^\d/.test(name) ? numeral(name) : name;
    }),
    option: "categories",
  })),
);

const anyStyle: fc.Arbitrary<Style> = fc
  .record({
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    decimal: fc.constantFrom(".", ","),
    newline: fc.constantFrom("\n", "\r\n"),
    isQuoted: fc.boolean(),
    hasHeader: fc.oneof(fc.constant(true), fc.boolean()),
  })
  .map((style) => ({ ...style, decimal: style.delimiter === "," ? "." : style.decimal }));

const DELIMITERS = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" } as const;

/** Tables of one to four inputs, and one or two targets. */
export const anyTable: fc.Arbitrary<RandomTable> = fc
  .record({
    kind: fc.constantFrom("csv", "csv", "jsonl"),
    style: anyStyle,
    isSaid: fc.boolean(),
    missingWords: fc.constantFrom([], ["-", "-999", "not known"]),
    missing: fc.constantFrom("error", "drop", "mean", "median", "mostFrequent"),
    rare: fc.constantFrom(0, 0, 3),
    scaling: fc.constantFrom("standard", "minmax", "none"),
    names: fc.shuffledSubarray(NAMES, { minLength: 7, maxLength: 7 }),
    target: fc.constantFrom("classes", "number", "numbers"),
    hasTargets: fc.boolean(),
    isOrdered: fc.boolean(),
  })
  .chain((choice) => {
    const gaps = choice.missing === "error" ? [] : [...GAPS, ...choice.missingWords];
    const input = fc
      .oneof(numbers, words, numerals, booleans, written, dates)
      .chain((column) => gappy(column, gaps));
    const inputs = fc.array(input, { minLength: 1, maxLength: 4 });
    const target = choice.target === "classes" ? classes : numbers;
    const count = choice.target === "numbers" ? 2 : 1;
    const targets = fc.array(target, { minLength: count, maxLength: count });
    return fc.tuple(fc.constant(choice), inputs, targets);
  })
  .map(([choice, inputs, targets]): RandomTable => {
    const { kind, style, isSaid, names, isOrdered } = choice;
    const parts = Object.entries(SIZES).flatMap(([part, size]) => Array.from({ length: size }, () => part));
    const columns: Column[] = [...inputs, ...targets, ...(isOrdered ? [] : [{ cells: parts }])];
    const said = [...names.slice(0, inputs.length + targets.length), ...(isOrdered ? [] : ["part"])];
    const targetNames = said.slice(inputs.length, inputs.length + targets.length);
    const named = COLUMN_OPTIONS.map((option) => [
      option,
      said.filter((_, i) => columns[i]!.option === option),
    ]);
    const [first] = targetNames;
    return {
      kind,
      style,
      names: said,
      targets: targetNames,
      hasTargets: choice.hasTargets,
      rows: parts.map((_, row) => columns.map(({ cells }) => cells[row]!)),
      options: {
        ...(choice.target === "numbers" ? { targets: targetNames } : { target: first }),
        ...(choice.target === "number" && { numbers: [first] }),
        ...Object.fromEntries(named),
        missing: choice.missing,
        missingWords: choice.missingWords,
        rare: choice.rare,
        scaling: choice.scaling,
        targetScaling: choice.scaling,
        ...(isOrdered
          ? { split: "ordered", validationShare: SIZES.validation / ROWS, testShare: SIZES.test / ROWS }
          : { splitColumn: "part" }),
        ...(kind === "csv" && isSaid && { delimiter: DELIMITERS[style.delimiter] }),
        ...(kind === "csv" && isSaid && { decimal: style.decimal === "," ? "comma" : "point" }),
        ...(kind === "csv" && !style.hasHeader && { header: false, names: said }),
      },
    };
  });

/** Returns a file with some rows of a table, or some columns of them. */
export function fileOf(
  { kind, style, names }: RandomTable,
  rows: readonly (readonly Cell[])[],
  keeps: (name: string) => boolean = () => true,
): string {
  const kept = (row: readonly Cell[]): Cell[] => row.filter((_, i) => keeps(names[i]!));
  if (kind === "jsonl") {
    const lines = rows.map((row) =>
      kept(row).map((cell, i) => [names.filter(keeps)[i]!, plain(cell)] as const),
    );
    return lines.map((entries) => `${JSON.stringify(Object.fromEntries(entries))}\n`).join("");
  }
  const header = style.hasHeader ? [names.filter(keeps) as Cell[]] : [];
  const lines = [...header, ...rows.map(kept)].map((row) => row.map((cell) => csvCell(cell, style)));
  return lines.map((cells) => cells.join(style.delimiter) + style.newline).join("");
}

/** Returns a cell as a JSON value. */
export function plain(cell: Cell): string | number | boolean | null {
  return typeof cell === "object" && cell !== null ? cell.number : cell;
}

/** Returns a cell as the text that a reader of CSV gives. */
export function textOf(cell: Cell, { decimal }: Style): string {
  if (typeof cell === "object" && cell !== null) return cell.text.replace(".", decimal);
  return String(cell ?? "");
}

function csvCell(cell: Cell, style: Style): string {
  const text = textOf(cell, style);
  const needsQuotes = /["\n\r]/.test(text) || text.includes(style.delimiter);
  return needsQuotes || style.isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
}
