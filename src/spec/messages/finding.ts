import type { Problem } from "../problem.ts";

/** A problem and the field that cannot be used because of it, as a dotted path. */
export interface Finding {
  readonly path: string;
  /** Fields that stand there in the wrong place, and so are not missing. Default: none. */
  readonly holds?: readonly string[];
  /** The field is missing, and otherwise nothing is wrong. */
  readonly isAbsent?: true;
  readonly problem: Problem;
}
