import type { Case } from "./verdict.ts";

/** Returns a case for each difference between committed and regenerated results, or one that there is none. */
export function differenceCases(differences: readonly string[]): Case[] {
  const name = "the committed results are the same";
  if (differences.length === 0) return [{ name, status: "passed", found: "same bytes" }];
  return differences.map((found) => ({ name, status: "failed", found }));
}
