import type { Plan } from "../../trials/plan.ts";
import type { Warning } from "../results.ts";

/** Warns when points of the grid were left out because earlier ones train the very same trials. */
export function duplicatePoints(duplicates: Plan["duplicates"]): Warning[] {
  if (duplicates.length === 0) return [];
  const message =
    `${duplicates.length} ${duplicates.length === 1 ? "point" : "points"} of the grid would train the very same ` +
    "trials as earlier ones and were left out.";
  return [{ code: "duplicatePoints", message }];
}
