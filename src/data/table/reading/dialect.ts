/**
 * How the file of a table is written, as far as its options say: plain data, all that it takes to read another file that
 * is written the same way.
 * @module
 */

export const DELIMITER_NAMES = ["auto", "comma", "semicolon", "tab", "pipe", "space"] as const;
export type Delimiter = (typeof DELIMITER_NAMES)[number];
export const DECIMAL_NAMES = ["auto", "point", "comma"] as const;
export type Decimal = (typeof DECIMAL_NAMES)[number];

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
  /** Columns whose numbers have a comma between whole and fraction, in a file with any mark. */
  readonly decimalComma?: readonly string[];
  /** Columns whose numbers have marks between groups of three digits. */
  readonly thousands?: readonly string[];
  /** Columns whose numbers have a unit, a currency or % around them. */
  readonly units?: readonly string[];
  /** Columns of dates, each of which becomes numbers: its parts. */
  readonly dates?: readonly string[];
  /** Words that mean a missing value beside the usual ones; those of the usual ones that do not. */
  readonly missingWords?: readonly string[];
  readonly presentWords?: readonly string[];
}

/** What of a dialect is about a file; how a column spells numbers is in its encoding. */
export type FileDialect = Omit<Dialect, "decimalComma" | "thousands" | "units" | "dates">;

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

/** Returns a dialect without the options that are at their defaults. */
export function unusual(dialect: Dialect): Dialect {
  return Object.fromEntries(
    Object.entries(dialect).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(DIALECT_DEFAULTS[name as keyof Dialect]),
    ),
  );
}

/** Returns the reading options among those of a data set. */
export function dialectOf(options: Dialect): Dialect {
  const names = Object.keys(DIALECT_DEFAULTS) as (keyof Dialect)[];
  return Object.fromEntries(
    names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
}
