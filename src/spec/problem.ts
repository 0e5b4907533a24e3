/**
 * Problems of a spec: collected, located, shown all at once.
 * @module
 */
import type { ProblemCode } from "../problem-codes.ts";

/** One thing that is wrong (or odd) in a file. Lines and columns count from 1. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** The kind of mistake, for programs. Codes keep their meaning; messages may be reworded. */
  readonly code: ProblemCode;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Characters that the caret line underlines, at least 1. */
  readonly length: number;
  /** What is wrong. It quotes `found` and, but for unknown words, `allowed`. */
  readonly message: string;
  /** What was found, where the problem is a single value: `5.5`. */
  readonly found?: string;
  /** What is allowed there, in words: `an integer from 1 to 100000`. */
  readonly allowed?: string;
  /** What to do: write the nearest allowed word, or one of the allowed values. */
  readonly hint?: string;
  /** The text of line `line`, without its line break; empty where the file has none. */
  readonly sourceLine: string;
}
