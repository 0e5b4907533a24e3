import type { Column } from "../../../spec/sweep.ts";
import { axisName, settingText, shownText } from "../../../results/setting-text.ts";
import { clipText } from "../../../text/clip-text.ts";
import { GREY } from "../colors.ts";
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

/** Curves that are drawn. */
export interface DrawnCurves {
  /** The best and the worst ones. */
  readonly named: readonly NamedCurve[];
  /** Those in between; some of them where they are many. */
  readonly grey: readonly ColoredCurve[];
  /** How many there are in between. */
  readonly others: number;
  /** What all names have in common, and therefore leave out; may be empty. */
  readonly common: string;
}

const NAMED_BEST = 6;
const NAMED_WORST = 2;
const MOST_GREY = 120;
const LONGEST_NAME = 50;

/**
 * Divides curves, the best first, into the best and worst ones, which get names, and others in between.
 * @param colors By the index of a configuration.
 */
export function nameCurves(
  curves: readonly LearningCurve[],
  {
    columns,
    colors,
    unit,
  }: { columns: readonly Column[]; colors: readonly string[]; unit: "epoch" | "step" },
): DrawnCurves {
  const worst = Math.max(NAMED_BEST, curves.length - NAMED_WORST);
  const chosen = [...curves.slice(0, NAMED_BEST), ...curves.slice(worst)];
  const { names, common } = distinctNames(chosen, columns);
  const named = chosen.map((curve, i) => ({
    ...curve,
    name: nameOf(curve, names[i]!, unit),
    color: colors[curve.configuration.index]!,
  }));
  const between = curves.slice(NAMED_BEST, worst);
  const stride = Math.ceil(between.length / MOST_GREY);
  const grey = between.filter((_, i) => i % stride === 0).map((curve) => ({ ...curve, color: GREY }));
  return { named, grey, others: between.length, common };
}

function nameOf({ configuration, diverged }: LearningCurve, name: string, unit: "epoch" | "step"): string {
  return diverged ? `× ${name}, diverged at ${epochsText(configuration.divergedEpochs, unit)}` : name;
}

/** Returns names that keep what differs between settings: a value that all share appears once. */
function distinctNames(
  curves: readonly LearningCurve[],
  columns: readonly Column[],
): { names: string[]; common: string } {
  const isShared = columns.map((_, i) => {
    const texts = new Set(curves.map(({ configuration: { values } }) => shownText(values[i] ?? null)));
    return curves.length > 1 && texts.size === 1;
  });
  const own = columns.map((column, i) => ({ column, i })).filter(({ i }) => !isShared[i]);
  const names = curves.map(({ configuration }) => {
    const values = own.map(({ i }) => configuration.values[i] ?? null);
    const named = own.map(({ column: { path }, i }) => ({ path: axisName(path, columns), i }));
    const setting = settingText({ values }, named);
    if (setting.length <= LONGEST_NAME) return setting;
    return clipText(values.map(shownText).filter(Boolean).join(", "), LONGEST_NAME);
  });
  const shared = columns.map((column, i) => ({ column, i })).filter(({ i }) => isShared[i]);
  const common = settingText(
    { values: shared.map(({ i }) => curves[0]!.configuration.values[i] ?? null) },
    shared.map(({ column: { path } }) => ({ path: axisName(path, columns) })),
  );
  return { names, common: shared.length === 0 ? "" : common };
}
