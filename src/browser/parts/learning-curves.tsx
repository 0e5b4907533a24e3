import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import { metricText } from "../../results/metric-text.ts";
import { rootErrorOf } from "../../results/own-units.ts";
import type { Curve } from "../charts/curve.ts";
import { CurveChoices } from "./curve-choices.tsx";
import { CurvesChart } from "../charts/curves-chart.tsx";
import { settingCurves } from "../model/setting-curves.ts";
import { trialTitle } from "../model/trial-title.ts";
import type { View } from "../view/view.ts";
import { unitOf } from "../view/unit-of.ts";
import type { ChangeView } from "../view/use-view.ts";

/** What the curves show. */
interface LearningCurvesProps {
  readonly data: PageData;
  readonly shown: readonly PageTrial[];
  /** The highlighted trials. */
  readonly marked: readonly PageTrial[];
  /** Of `usualMetric` where it names none. */
  readonly view: Pick<View, "metric" | "scale" | "curves" | "zoom">;
  readonly change: ChangeView;
  readonly onPoint: (trial: number | undefined) => void;
}

const HEIGHT = 360;
/** Before the number of a highlighted trial, as the key of its curve among those of settings. */
const MARKED = "trial ";
/** More curves than this are indistinguishable. */
const MOST_CURVES = 200;

/** The objective's metric; of a scaled loss the RMSE in the target's own units, where there is one. */
function usualMetric({ objective, scaledTargets, metrics }: PageData): string {
  const own = scaledTargets && rootErrorOf(objective.metric);
  return own !== undefined && metrics.includes(own) ? own : objective.metric;
}

/** The mean curve of each setting, or the curves of the trials that are shown; a click opens a trial. */
export function LearningCurves(props: LearningCurvesProps): JSX.Element {
  const { data, shown, marked, view, change, onPoint } = props;
  const metric = data.metrics.find((name) => name === view.metric) ?? usualMetric(data);
  const isOfTrials = view.curves === "trials";
  const drawn = useMemo(() => drawnTrials(data, shown), [data, shown]);
  const curves = useMemo(() => {
    const looks = marked.map((trial) => curveOf(data, trial, metric, "marked"));
    if (!isOfTrials)
      return [
        ...settingCurves(data, shown, metric),
        ...looks.map((look) => ({ ...look, key: MARKED + look.key })),
      ];
    return [...drawn.map((trial) => curveOf(data, trial, metric, "")), ...looks];
  }, [data, drawn, shown, metric, isOfTrials, marked.map(({ index }) => index).join()]);
  const firstOf = (key: Curve["key"]): PageTrial | undefined => {
    if (typeof key === "string") return data.trials[Number(key.replace(MARKED, ""))];
    return isOfTrials ? data.trials[key] : shown.find(({ configuration }) => configuration === key);
  };
  const unit = unitOf(data);
  const what = isOfTrials ? `${drawn.length} trials` : `the mean of each setting, ${shown.length} trials`;
  return (
    <section aria-labelledby="curves">
      <div class="section-head">
        <h2 id="curves">Learning curves</h2>
        <CurveChoices data={data} metric={metric} view={view} change={change} />
      </div>
      <p class="hint">
        {isOfTrials
          ? drawn.length < shown.length &&
            `${drawn.length} of ${shown.length} curves are drawn, spread over the leaderboard.`
          : "Mean of the trials of each setting; band: from the smallest to the largest. Point at a curve to see its trials."}
      </p>
      <CurvesChart
        metric={metric}
        curves={curves}
        height={HEIGHT}
        scale={view.scale ?? "near"}
        zoom={view.zoom}
        onZoom={(zoom) => change({ zoom })}
        label={`${metricText(metric, data)} over the ${unit}s, ${what}. The table below lists the same trials.`}
        partsOf={(key) =>
          isOfTrials
            ? []
            : shown
                .filter(({ configuration }) => configuration === key)
                .map((trial) => curveOf(data, trial, metric, ""))
        }
        onPick={(key) => {
          const trial = firstOf(key);
          if (trial) change({ trial: trial.index, compared: [] });
        }}
        onPoint={(key) => onPoint(key === undefined ? undefined : firstOf(key)?.index)}
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
  const { color } = data.configurations[trial.configuration]!;
  return {
    key: trial.index,
    label,
    look,
    values: trial.series[metric] ?? [],
    ...(look === "" && { color }),
  };
}

/** Returns at most `most` items, evenly spread over all of them, the first always among them. */
function spreadOut<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)]!);
}
