import { argmax } from "../../math/extremes.ts";
import type { PageUnit, PageUnits } from "../../report/page/page-models.ts";
import { WEIGHT_LEVELS } from "../../training/portraits/portrait.ts";
import { weightLevels } from "../../training/portraits/weight-levels.ts";
import type { Snapshot } from "../training/use-training.ts";

/** A unit as it is shown. */
export interface SeenUnit extends PageUnit {
  /** The class to which it responds most, as recorded. */
  readonly favourite: number;
}

/** Returns the units as recorded, or with the weights that they had after an epoch. */
export function seenAt({ shown }: PageUnits, snapshot: Snapshot | undefined): SeenUnit[] {
  return shown.map((unit) => {
    const weights = snapshot ? weightsAt(unit, snapshot) : unit.weights;
    return { ...unit, weights, favourite: argmax(unit.activity) };
  });
}

function weightsAt({ index, weights }: PageUnit, { units }: Snapshot): string {
  const own = units.weights.subarray(index * weights.length, (index + 1) * weights.length);
  return weightLevels(own, units.used)
    .map((level) => level + WEIGHT_LEVELS)
    .join("");
}
