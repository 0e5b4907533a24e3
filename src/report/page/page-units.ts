import type { Results } from "../../results/results.ts";
import { INK_LEVELS, WEIGHT_LEVELS } from "../../training/portraits/portrait.ts";
import { visibleText } from "../../text/visible-text.ts";
import { classNames } from "../pictures/models/class-names.ts";
import { HIDDEN_UNITS } from "../pictures/models/hidden-units-picture.ts";
import type { DrawnPictures } from "../pictures/report-pictures.ts";
import type { PageUnits } from "./page-models.ts";

/** Returns the hidden units of the best model, which the page draws itself; undefined where the report has no picture of them. */
export function pageUnits(results: Results, pictures: DrawnPictures | undefined): PageUnits | undefined {
  const picture = pictures?.models.find(({ name }) => name === HIDDEN_UNITS);
  const [portrait] = results.portraits ?? [];
  const { image, target } = results.best?.facts ?? {};
  if (!picture || !portrait?.units || !image || !target) return undefined;
  const { count, shown, examples } = portrait.units;
  const nameOf = classNames(results);
  return {
    alt: visibleText(picture.alt),
    caption: visibleText(picture.caption),
    trial: results.trials.findIndex(({ trial }) => trial.id === portrait.trialId),
    epoch: portrait.epoch,
    part: portrait.part,
    image,
    classes: Array.from({ length: target.count }, (_, label) => visibleText(nameOf(label))),
    count,
    shown: shown.map(({ index, weights, activity, top }) => {
      return { index, weights: digitsOf(weights, WEIGHT_LEVELS), activity, top };
    }),
    examples: examples.map(({ label, ink }) => ({ label, ink: digitsOf(ink, 0) })),
  };
}

/** Returns a digit for each level of a pixel. @param zero The digit of level 0. */
function digitsOf(levels: readonly number[], zero: number): string {
  return levels.map((level) => zero + Math.max(-zero, Math.min(INK_LEVELS, level))).join("");
}
