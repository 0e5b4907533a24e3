import type { Column } from "../../../spec/sweep.ts";
import { settingText, shownText } from "../../../results/setting-text.ts";
import { clipText } from "../../../text/clip-text.ts";
import { GREY } from "../colors.ts";
import { curveColors } from "./curve-colors.ts";
import { epochsText } from "../../status-text.ts";
import type { LearningCurve } from "./learning-curves.ts";

/** A curve with a colour. */
export interface ColoredCurve extends LearningCurve {
  readonly color: string;
}

/** A curve with a colour and a name. */
export interface NamedCurve extends ColoredCurve {
  readonly name: string;
}

const NAMED_BEST = 6;
const NAMED_WORST = 2;
const MOST_GREY = 60;
const LONGEST_NAME = 50;

/** Divides curves, the best first, into the best and worst ones, which get names, and others in between. */
export function nameCurves(
  curves: readonly LearningCurve[],
  columns: readonly Column[],
  unit: "epoch" | "step",
): { named: NamedCurve[]; grey: ColoredCurve[] } {
  const worst = Math.max(NAMED_BEST, curves.length - NAMED_WORST);
  const chosen = [...curves.slice(0, NAMED_BEST), ...curves.slice(worst)];
  const colors = curveColors(chosen, columns);
  const named = chosen.map((curve, i) => ({
    ...curve,
    name: nameOf(curve, columns, unit),
    color: colors[i]!,
  }));
  const between = curves.slice(NAMED_BEST, worst).slice(0, MOST_GREY);
  const grey = between.map((curve) => ({ ...curve, color: GREY }));
  return { named, grey };
}

function nameOf(
  { configuration, diverged }: LearningCurve,
  columns: readonly Column[],
  unit: "epoch" | "step",
): string {
  const setting = settingText(configuration, columns);
  const short =
    setting.length <= LONGEST_NAME ? setting : configuration.values.map(shownText).filter(Boolean).join(", ");
  const clipped = clipText(short, LONGEST_NAME);
  return diverged ? `× ${clipped}, diverged at ${epochsText(configuration.divergedEpochs, unit)}` : clipped;
}
