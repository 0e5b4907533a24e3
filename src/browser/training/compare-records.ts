import { metricText } from "../../results/metric-text.ts";
import type { PageTrial } from "../../report/page/page-data.ts";
import { withTargetEpoch } from "../../results/with-target-epoch.ts";
import type { TrialRecord } from "../../training/record.ts";
import { unitOf } from "../view/unit-of.ts";

/** Whether a training came out as recorded, to the last bit of every value that the page has, or where first it did not. */
export type Likeness =
  | { readonly isSame: true; readonly values: number }
  | { readonly isSame: false; readonly difference: string };

/** Compares the record of a trial with the result of training it again. */
export function compareRecords(recorded: PageTrial, fresh: TrialRecord): Likeness {
  if (recorded.status !== fresh.status)
    return { isSame: false, difference: `recorded as ${recorded.status}, here ${fresh.status}` };
  const { metrics } = withTargetEpoch(fresh, fresh);
  let values = 0;
  for (const [metric, series] of Object.entries(recorded.series)) {
    const again = metrics[metric] ?? [];
    for (let epoch = 0; epoch < Math.max(series.length, again.length); epoch++) {
      if (!Object.is(series[epoch], again[epoch]))
        return { isSame: false, difference: placeOf(recorded, metric, epoch, series[epoch], again[epoch]) };
      values++;
    }
  }
  for (const [metric, before] of Object.entries(recorded.last ?? {})) {
    const again = metrics[metric] ?? [];
    const now = again.at(-1) ?? null;
    if (!Object.is(before, now))
      return { isSame: false, difference: placeOf(recorded, metric, again.length - 1, before, now) };
    values++;
  }
  return { isSame: true, values };
}

function placeOf(
  { series, last }: PageTrial,
  metric: string,
  epoch: number,
  ...[before, now]: readonly unknown[]
): string {
  const unit = unitOf({ metrics: Object.keys(last ?? series) });
  return `${metricText(metric, {})} at ${unit} ${epoch} was ${String(before)}, here ${String(now)}`;
}
