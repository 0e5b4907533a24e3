/**
 * How the file of a table is written, as far as its options say: plain data, all that it takes to read another file that
 * is written the same way.
 * @module
 */

export type Delimiter = "auto" | "comma" | "semicolon" | "tab" | "pipe" | "space";
export type Decimal = "auto" | "point" | "comma";

/** The reading options of a table. Each may be left out: the schema's default then. */
export interface Dialect {
  /** What parts cells; `space` is any run of blanks. */
  readonly delimiter?: Delimiter;
  /** What parts whole and fraction of a number. */
  readonly decimal?: Decimal;
  /** Whether the first row names the columns. */
  readonly header?: boolean;
  /** Names of the columns, instead of those in the file. */
  readonly names?: readonly string[];
  /** What lines begin with that are no rows; `auto`: lines at the top that begin with #. */
  readonly comment?: string;
  /** Columns whose numbers have a comma between whole and fraction, whatever the file's mark. */
  readonly decimalComma?: readonly string[];
  /** Columns whose numbers have marks between groups of three digits. */
  readonly thousands?: readonly string[];
  /** Columns whose numbers have a unit, a currency or % around them. */
  readonly units?: readonly string[];
  /** Columns of dates, each of which becomes numbers: its parts. */
  readonly dates?: readonly string[];
  /** Words that stand for a missing value beside the usual ones; those of the usual ones that do not. */
  readonly missingWords?: readonly string[];
  readonly presentWords?: readonly string[];
}

/** Every option that a dialect has, with its default. */
export const DIALECT_DEFAULTS: Required<Dialect> = {
  delimiter: "auto",
  decimal: "auto",
  header: true,
  names: [],
  comment: "auto",
  decimalComma: [],
  thousands: [],
  units: [],
  dates: [],
  missingWords: [],
  presentWords: [],
};

/** Returns the reading options among those of a data set. */
export function dialectOf(options: Dialect): Dialect {
  const names = Object.keys(DIALECT_DEFAULTS) as (keyof Dialect)[];
  return Object.fromEntries(
    names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
}
