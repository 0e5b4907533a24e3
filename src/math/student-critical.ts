import { fTail } from "./f-distribution.ts";
import { log } from "./log.ts";
import { solveRising } from "./solve-rising.ts";

/**
 * Returns the t that Student's distribution exceeds in size with the probability given; `degrees` of freedom need not be
 * whole. Relative error about 1e-10.
 */
export function studentCritical(probability: number, degrees: number): number {
  const rarity = (t: number): number => -log(fTail(t * t, { numerator: 1, denominator: degrees }));
  return solveRising(rarity, -log(probability));
}
