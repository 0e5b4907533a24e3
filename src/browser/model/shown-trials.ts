import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import type { View } from "../view/view.ts";
import type { Axis } from "./axis.ts";

/** Returns the trials that lie in every brush and hold every word of the search. */
export function shownTrials(
  { trials, configurations }: PageData,
  axes: readonly Axis[],
  { brushes, query }: Pick<View, "brushes" | "query">,
): PageTrial[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const brushed = axes.flatMap((axis) => {
    const brush = brushes[axis.key];
    return brush ? [{ axis, brush }] : [];
  });
  return trials.filter((trial) => {
    const { setting, status } = configurations[trial.configuration]!;
    const text = `trial ${trial.index} ${setting} ${status} ${trial.status} ${trial.id}`.toLowerCase();
    return (
      words.every((word) => text.includes(word) || isWholeId(word, trial)) &&
      brushed.every(({ axis, brush }) => lies(trial, axis, brush))
    );
  });
}

/** A page of many trials has the beginning of each id only; what is copied from trials.csv is longer. */
function isWholeId(word: string, { id }: PageTrial): boolean {
  return id !== "" && word.startsWith(id);
}

function lies(trial: PageTrial, axis: Axis, [low, high]: readonly [number, number]): boolean {
  const place = axis.placeOf(trial);
  return place >= low && place <= high;
}
