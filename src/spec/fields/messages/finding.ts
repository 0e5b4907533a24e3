import type { Problem } from "../../problem.ts";

/** A problem and where in the spec it is: neither that place nor a map around it can be read. */
export interface Finding {
  /** Dotted path of what is written there, also where its key is unknown. */
  readonly path: string;
  /** Fields that it probably means, so that they are not reported as missing. Default: none. */
  readonly holds?: readonly string[];
  /** The field is missing, and otherwise nothing is wrong. */
  readonly isAbsent?: true;
  readonly problem: Problem;
}
