/**
 * Problems of a spec: collected, located, shown all at once.
 * @module
 */
import type { ProblemCode } from "../problem-codes.ts";

/** One thing that is wrong (or odd) in a file. Lines and columns count from 1. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** The kind of mistake, for programs: it stays while messages are reworded. */
  readonly code: ProblemCode;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Characters that the caret line underlines, at least 1. */
  readonly length: number;
  /** What was found and what must hold. */
  readonly message: string;
  /** What to write instead: the nearest allowed word, the list of allowed values. */
  readonly hint?: string;
  /** The text of line `line`, without its line break; empty where the file has none. */
  readonly sourceLine: string;
}
