import type { Results } from "../../../results/results.ts";

/** Returns the names of the classes in the best model's data; their numbers where they have no names. */
export function classNames({ best }: Results): (label: number) => string {
  const target = best?.facts.target;
  return (label) => target?.names?.[label] ?? String(label);
}
