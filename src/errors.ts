/**
 * Errors that gridient raises on purpose, and their plain form, which can be sent between threads.
 * @module
 */

/** Every error code; tests assert codes, people read messages. */
export type ErrorCode =
  | "E_SPEC" // a spec has problems; see SpecError in src/spec
  | "E_USAGE" // the command line asks for something that does not exist
  | "E_DATA" // a data set is missing, damaged or cannot be fetched
  | "E_MEMORY" // data and network do not fit WebAssembly memory
  | "E_KERNEL" // a kernel was called with sizes that do not fit
  | "E_STORE" // a record or a results folder cannot be read or written
  | "E_FLEET" // the queue of a fleet cannot be reached, or a worker refuses
  | "E_SYSTEM" // the system gives no memory or no thread
  | "E_WORKER" // a worker thread died
  | "E_PROGRAM" // a program of the user failed, or may not run
  | "E_TIMEOUT" // a trial ran longer than run.timeout
  | "E_CANCELLED" // the user stopped the run
  | "E_UNEXPECTED"; // anything else: a bug

/** An error with a code of our own. `hint` says what to do. */
export class GridientError extends Error {
  override readonly name: string = "GridientError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
  }
}

/** A failure as plain data: Error objects lose their class, code and own fields when they are sent to another thread. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly stack?: string;
}

/** Returns any thrown value as plain data. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: "E_UNEXPECTED", message: String(error) };
  const code = error instanceof GridientError ? error.code : "E_UNEXPECTED";
  return { code, message: error.message, ...(error.stack !== undefined && { stack: error.stack }) };
}
