import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import type { Band, Curve } from "../charts/curve.ts";
import { largestOf, smallestOf } from "../../math/extremes.ts";

/** Beside more ends than this there is no room for names. */
const MOST_NAMES = 16;

/** Returns the mean of a metric over the shown trials of each setting, the worst setting first, so that the best is drawn on top. */
export function settingCurves(data: PageData, shown: readonly PageTrial[], metric: string): Curve[] {
  const groups = new Map<number, PageTrial[]>();
  for (const trial of shown) {
    const members = groups.get(trial.configuration);
    if (members) members.push(trial);
    else groups.set(trial.configuration, [trial]);
  }
  const ranked = [...groups].sort(([a], [b]) => data.configurations[b]!.rank - data.configurations[a]!.rank);
  const firstNamed = ranked.length - MOST_NAMES;
  return ranked.flatMap(([index, trials], i): Curve[] => {
    const { setting, color } = data.configurations[index]!;
    const finished = trials.filter(({ status }) => status !== "diverged");
    const drawn = (finished.length > 0 ? finished : trials).map(({ series }) => series[metric] ?? []);
    const known = drawn.filter((values) => values.length > 0);
    if (known.length === 0) return [];
    const curve = meanOf(known);
    const look = finished.length > 0 ? "mean" : "mean dash-1";
    return [{ key: index, label: setting, look, color, ...curve, ...(i >= firstNamed && { name: setting }) }];
  });
}

/** Trials that stopped early keep their last value, as in the tables. */
function meanOf(series: readonly (readonly (number | null)[])[]): { values: (number | null)[]; band?: Band } {
  const length = largestOf(series.map((values) => values.length));
  const [values, low, high]: (number | null)[][] = [[], [], []];
  for (let epoch = 0; epoch < length; epoch++) {
    const known = series.flatMap((one) => one[Math.min(epoch, one.length - 1)] ?? []);
    const sum = known.reduce((total, value) => total + value, 0);
    values!.push(known.length === 0 ? null : sum / known.length);
    low!.push(known.length === 0 ? null : smallestOf(known));
    high!.push(known.length === 0 ? null : largestOf(known));
  }
  return series.length === 1 ? { values: values! } : { values: values!, band: { low: low!, high: high! } };
}
