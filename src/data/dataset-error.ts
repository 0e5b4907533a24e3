import { GridientError } from "../errors.ts";
import type { Statement } from "../statement.ts";

/** What is wrong at a place of a data file. Lines and columns count from 1, columns in characters. */
export interface DataFault extends Statement {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Characters that it is about, at least 1. */
  readonly length: number;
  /** The text of that line, perhaps only the beginning. */
  readonly sourceLine: string;
}

/** What is wrong with an option of a data set, given the data. */
export interface OptionFault extends Statement {
  /** The option's name: `target`. */
  readonly option: string;
}

/** Data that cannot be read as its options say: everything that is wrong with the file, or with the options. */
export class DatasetError extends GridientError {
  readonly faults: readonly (DataFault | OptionFault)[];

  constructor(faults: readonly (DataFault | OptionFault)[]) {
    const hint = faults[0]?.hint;
    super("E_DATA", faults.map(faultText).join("\n"), hint === undefined ? {} : { hint });
    this.faults = faults;
  }
}

/** Returns a caught error; if it is about data, with the faults that were found before it. */
export function withFaults(error: unknown, before: readonly DataFault[]): unknown {
  return error instanceof DatasetError ? new DatasetError([...before, ...error.faults]) : error;
}

function faultText(fault: DataFault | OptionFault): string {
  if ("option" in fault) return fault.message;
  return `${fault.file}:${fault.line}:${fault.column}: ${fault.message}`;
}
