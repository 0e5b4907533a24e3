import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import { metricText } from "../../results/metric-text.ts";
import { rootErrorOf } from "../../results/own-units.ts";
import type { Curve } from "../charts/curve.ts";
import { CurvesChart } from "../charts/curves-chart.tsx";
import { trialTitle } from "../model/trial-title.ts";
import { unitOf } from "../view/unit-of.ts";
import type { ChangeView } from "../view/use-view.ts";

/** What the curves show. */
interface LearningCurvesProps {
  readonly data: PageData;
  readonly shown: readonly PageTrial[];
  readonly toneOfTrial: (trial: PageTrial) => number;
  /** The highlighted trials. */
  readonly marked: readonly PageTrial[];
  /** Undefined = that of `usualMetric`. */
  readonly metric: string | undefined;
  readonly change: ChangeView;
  readonly onPoint: (trial: number | undefined) => void;
}

const HEIGHT = 360;
/** More curves than this are indistinguishable. */
const MOST_CURVES = 200;

/** The objective's metric; of a scaled loss the RMSE in the target's own units, where there is one. */
function usualMetric({ objective, scaledTargets, metrics }: PageData): string {
  const own = scaledTargets && rootErrorOf(objective.metric);
  return own !== undefined && metrics.includes(own) ? own : objective.metric;
}

/** The curves of the trials that are shown; a click opens one. */
export function LearningCurves(props: LearningCurvesProps): JSX.Element {
  const { data, shown, toneOfTrial, marked, change, onPoint } = props;
  const metric = data.metrics.find((name) => name === props.metric) ?? usualMetric(data);
  const drawn = useMemo(() => drawnTrials(data, shown), [data, shown]);
  const curves = useMemo(() => {
    const lines = drawn.map((trial) => curveOf(data, trial, metric, `tone-${toneOfTrial(trial)}`));
    return [...lines, ...marked.map((trial) => curveOf(data, trial, metric, "marked"))];
  }, [data, drawn, metric, marked.map(({ index }) => index).join()]);
  return (
    <section aria-labelledby="curves">
      <div class="section-head">
        <h2 id="curves">Learning curves</h2>
        <label>
          <span class="unseen">Metric </span>
          <select value={metric} onChange={(event) => change({ metric: event.currentTarget.value })}>
            {data.metrics.map((name) => (
              <option key={name} value={name}>
                {metricText(name, data)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {drawn.length < shown.length && (
        <p class="hint">
          {drawn.length} of {shown.length} curves are drawn, spread over the leaderboard.
        </p>
      )}
      <CurvesChart
        metric={metric}
        curves={curves}
        height={HEIGHT}
        label={`${metricText(metric, data)} over the ${unitOf(data)}s, ${drawn.length} trials. The table below lists the same trials.`}
        onPick={(key) => change({ trial: Number(key), compared: [] })}
        onPoint={(key) => onPoint(key === undefined ? undefined : Number(key))}
      />
    </section>
  );
}

/** The worst first, so that the best lie on top. */
function drawnTrials({ configurations }: PageData, shown: readonly PageTrial[]): PageTrial[] {
  const rankOf = ({ configuration }: PageTrial): number => configurations[configuration]!.rank;
  const ranked = shown.toSorted((a, b) => rankOf(a) - rankOf(b));
  return spreadOut(ranked, MOST_CURVES).reverse();
}

function curveOf(data: PageData, trial: PageTrial, metric: string, look: string): Curve {
  const label = `trial ${trial.index}: ${trialTitle(data, trial)}`;
  return { key: trial.index, label, look, values: trial.series[metric] ?? [] };
}

/** Returns at most `most` items, evenly spread over all of them, the first always among them. */
function spreadOut<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)]!);
}
