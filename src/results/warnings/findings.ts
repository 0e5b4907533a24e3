import type { Results } from "../results.ts";

/** Results as far as they are known before warnings and expectations. */
export type Findings = Omit<Results, "warnings" | "expectations" | "confirmation">;
