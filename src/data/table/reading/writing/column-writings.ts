import { DatasetError } from "../../../dataset-error.ts";
import { fitWriting, writtenNumber, type CellWriting } from "./cell-writing.ts";
import { DATE_PARTS, dateOrdersOf, hasTime } from "./date-writing.ts";
import { unreadDates } from "./unread-dates.ts";
import type { DIALECT_DEFAULTS } from "../dialect.ts";
import { meantColumn } from "../meant-column.ts";
import type { MissingWords } from "../missing-words.ts";
import { statement } from "../../../../statement.ts";

/** The columns of a file, and the texts of its first rows. */
export interface SampledColumns {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly missing: MissingWords;
  /** Between whole and fraction of the file's plain numbers. */
  readonly mark: "." | ",";
  /** Whether a column may have another mark than the file without an option that says so. */
  readonly isMarkOpen: boolean;
}

/** How columns spell numbers. */
export interface ColumnWritings {
  /** Those of the file, and behind them the parts of dates. */
  readonly columns: readonly string[];
  readonly writings: readonly (CellWriting | undefined)[];
  readonly isFound: boolean;
}

type Options = Pick<typeof DIALECT_DEFAULTS, "decimalComma" | "thousands" | "units" | "dates">;

/**
 * Returns how columns spell numbers, where they are not plain: as options say, or with a decimal comma that a file shows
 * which has points elsewhere.
 * @throws {DatasetError} If a column of dates holds none.
 */
export function columnWritings(sampled: SampledColumns, options: Options): ColumnWritings {
  const { columns, mark, isMarkOpen } = sampled;
  const named = nameOf(columns);
  const [comma, thousands, units] = [options.decimalComma, options.thousands, options.units].map(
    (names) => new Set(names.map(named)),
  );
  let isFound = false;
  const writings = columns.map((column, cell): CellWriting | undefined => {
    const isNamed = comma!.has(column) || thousands!.has(column) || units!.has(column);
    const hasComma = !isNamed && isMarkOpen && mark === "." && hasDecimalComma(textsOf(sampled, cell));
    isFound ||= hasComma;
    if (!isNamed && !hasComma) return undefined;
    return fitWriting(textsOf(sampled, cell), {
      mark: comma!.has(column) || hasComma ? "," : mark,
      thousands: thousands!.has(column),
      hasUnit: units!.has(column),
      isMarkOpen: !comma!.has(column),
    });
  });
  const parts = options.dates.flatMap((name) => dateParts(sampled, named(name)));
  return {
    columns: [...columns, ...parts.map(({ name }) => name)],
    writings: [...writings, ...parts.map(({ writing }) => writing)],
    isFound,
  };
}

function nameOf(columns: readonly string[]): (written: string) => string {
  return (written) => meantColumn(written, columns) ?? written;
}

/** Returns the texts of a column that are not missing. */
function textsOf({ rows, missing }: SampledColumns, cell: number): string[] {
  return rows.flatMap((row) => {
    const text = row[cell];
    return text === undefined || missing.says(text) ? [] : [text];
  });
}

const PLAIN_COMMA = { kind: "number", mark: ",", thousands: false, unit: ["", ""] } as const;

/** Whether all texts are numbers with a comma for the point, one of which cannot be a mark of thousands. */
function hasDecimalComma(texts: readonly string[]): boolean {
  return (
    texts.every((text) => !Number.isNaN(writtenNumber(text, PLAIN_COMMA))) &&
    texts.some((text) => text.includes(",") && !/^[-+]?\d{1,3}(?:,\d{3})+$/.test(text))
  );
}

const DATE_COLUMNS = "columns of dates such as 2024-12-31, 31.12.2024, 12/31/2024 or Dec 31 2024";

function dateParts(sampled: SampledColumns, column: string): { name: string; writing: CellWriting }[] {
  const cell = sampled.columns.indexOf(column);
  const texts = cell < 0 ? [] : textsOf(sampled, cell);
  const [order] = dateOrdersOf(texts);
  if (cell >= 0 && order === undefined) {
    const unread = unreadDates(texts);
    const first = `${JSON.stringify(texts[0] ?? "")}${unread === undefined ? "" : `, ${unread}`}`;
    const rule = { subject: "dates", verb: "must name", allowed: DATE_COLUMNS };
    const wrong = statement("unfit-column", { ...rule, found: `${JSON.stringify(column)} with ${first}` });
    throw new DatasetError([{ option: "dates", ...wrong }]);
  }
  if (order === undefined) return []; // no such column: reported with the roles
  const parts = texts.some((text) => hasTime(text, order))
    ? DATE_PARTS
    : DATE_PARTS.filter((part) => part !== "hour");
  return parts.map((part) => ({ name: `${column} ${part}`, writing: { kind: "date", column, order, part } }));
}
