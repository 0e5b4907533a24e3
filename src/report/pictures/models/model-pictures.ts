import type { Results } from "../../../results/results.ts";
import type { Picture } from "../picture.ts";
import { confusionPicture } from "./confusion-picture.ts";
import { fittedCurvesPicture } from "./fitted-curves-picture.ts";
import { hiddenUnitsPicture } from "./hidden-units-picture.ts";
import { mistakesPicture } from "./mistakes-picture.ts";
import { regionsPicture } from "./regions-picture.ts";

/** Returns the pictures of the answers of models and of what the best model has learned. */
export function modelPictures(results: Results): Picture[] {
  const { portraits = [] } = results;
  const [best] = portraits;
  if (!best || !results.best) return [];
  return [
    ...regionsPicture(portraits, results),
    ...fittedCurvesPicture(portraits, results),
    ...confusionPicture(best, results),
    ...mistakesPicture(best, results),
    ...hiddenUnitsPicture(best, results),
  ];
}
