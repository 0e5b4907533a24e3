import type { ReadOptions } from "../reading/read-specs.ts";

/** What is to be explained, and how. */
export interface ExplainOptions extends ReadOptions {
  /** Arguments `path=value` that combinations are to have. */
  readonly where: readonly string[];
  readonly json?: boolean;
}
