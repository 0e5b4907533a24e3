import type { ExpectationResult } from "../results/results.ts";
import { counted } from "../text/counted.ts";

/** Returns how many expectations hold: "4 of 5 expectations hold". */
export function expectationsText(expectations: readonly Pick<ExpectationResult, "holds">[]): string {
  const count = expectations.length;
  const open = expectations.filter(({ holds }) => holds === undefined).length;
  const holding = expectations.filter(({ holds }) => holds).length;
  const all = counted(count, "expectation");
  if (open === count) return `${all} not judged`;
  return `${holding} of ${all} ${holding === 1 ? "holds" : "hold"}`;
}
