import type { Results } from "../results.ts";

/** Results as far as they are known before the warnings. */
export type Findings = Omit<Results, "warnings">;
