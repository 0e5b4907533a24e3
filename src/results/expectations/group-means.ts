import { statistics } from "../../math/statistics.ts";
import type { Measure } from "../../spec/expectation.ts";
import type { ConfigurationResult } from "../results.ts";
import { valueAt } from "./value-at.ts";

/** Returns the mean over configurations for each replicate; null where one of them has no value. */
export function groupMeans(
  configurations: readonly ConfigurationResult[],
  measure: Measure,
): (number | null)[] {
  const [first] = configurations;
  return (first?.trials ?? []).map((_, replicate) => {
    return meanOf(configurations.map(({ trials }) => valueAt(trials[replicate]!, measure)));
  });
}

/** Returns the mean of values; null where one is missing. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.length === values.length ? statistics(present).mean : null;
}
