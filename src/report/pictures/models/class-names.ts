import type { Results } from "../../../results/results.ts";

/** Returns what the classes of the best model's data are called: by their names where they have some, else by number. */
export function classNames({ best }: Results): (label: number) => string {
  const target = best?.facts.target;
  return (label) => target?.names?.[label] ?? String(label);
}
