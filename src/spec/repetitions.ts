import { counted } from "../text/counted.ts";
import type { Replicates } from "./experiment.ts";

/** Returns how many trials each configuration has: its replicates, over again for each fold. */
export function repetitionsOf({ count, folds = 1 }: Pick<Replicates, "count" | "folds">): number {
  return count * folds;
}

/** Returns what one of the trials of a configuration is called. */
export function trialWord({ folds }: Pick<Replicates, "folds">): "replicate" | "trial" {
  return folds === undefined ? "replicate" : "trial";
}

/** Returns how often each configuration is trained: "3 replicates", "5 folds x 3 replicates". */
export function repetitionsText({ count, folds }: Pick<Replicates, "count" | "folds">): string {
  const replicates = counted(count, "replicate");
  if (folds === undefined) return replicates;
  return count === 1 ? `${folds} folds` : `${folds} folds x ${replicates}`;
}
