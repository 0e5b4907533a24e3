import type { ExpectationResult } from "../results/results.ts";

/** Returns how many expectations hold: "4 of 5 expectations hold". */
export function expectationsText(expectations: readonly Pick<ExpectationResult, "holds">[]): string {
  const count = expectations.length;
  const open = expectations.filter(({ holds }) => holds === undefined).length;
  const holding = expectations.filter(({ holds }) => holds).length;
  const noun = count === 1 ? "expectation" : "expectations";
  if (open === count) return `${count} ${noun} not judged`;
  return `${holding} of ${count} ${noun} ${holding === 1 ? "holds" : "hold"}`;
}
