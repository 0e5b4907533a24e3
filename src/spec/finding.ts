import type { Problem } from "./problem.ts";

/** A problem and the field that cannot be used because of it, as a dotted path. */
export interface Finding {
  readonly path: string;
  readonly problem: Problem;
}
