import type { TopLevelSpec } from "vega-lite";
import { digits } from "../../../results/figure-text.ts";
import type { Results } from "../../../results/results.ts";
import { settingText } from "../../../results/setting-text.ts";
import type { FittedCurve, Portrait } from "../../../training/portraits/portrait.ts";
import { chartSpec } from "../chart-spec.ts";
import { DISTINCT, INK } from "../colors.ts";
import { spreadLabels } from "../curves/spread-labels.ts";
import type { Picture } from "../picture.ts";
import { pixels, ROW_COLOR, type PlotAxis, type PlotLayer } from "../plot-frame.ts";
import { plotScale, type PlotScale } from "../plot-scale.ts";

const SIZE = { width: 520, height: 320 } as const;
/** The picture shows the examples with this share of their height above and below; curves may leave it. */
const HEADROOM = 0.2;
const LABEL_HEIGHT = 17;

/** A curve with the name of its model. */
interface NamedCurve {
  readonly name: "best" | "worst";
  readonly curve: FittedCurve;
  readonly setting: string;
}

/** Returns the predictions of models along the only feature, the best one first; none for other data. */
export function fittedCurvesPicture(portraits: readonly Portrait[], results: Results): Picture[] {
  const { configurations, columns, experiment } = results;
  const curves = portraits.flatMap(({ curve, trialId }, i): NamedCurve[] => {
    const owner = configurations.find(({ trials }) => trials.some(({ trial }) => trial.id === trialId));
    if (!curve || !owner) return [];
    return [{ name: i === 0 ? "best" : "worst", curve, setting: settingText(owner, columns) }];
  });
  if (curves.length === 0) return [];
  const models = curves.length > 1 ? "the best and the worst model" : "the best model";
  return [
    {
      name: "fitted-curves",
      alt: `${experiment.name}: the curves of ${models} through ${curves[0]!.curve.examples.length} training examples`,
      caption: curves.map(captionOf).join("; "),
      drawing: curvesSpec(curves, models),
    },
  ];
}

/** Returns "hidden = [10] has a mean absolute error of 0.21 on the training examples". */
function captionOf({ curve: { examples }, setting }: NamedCurve): string {
  const sum = examples.reduce((total, { y, answer }) => total + Math.abs(answer - y), 0);
  return `${setting} has a mean absolute error of ${digits(sum / examples.length, 2)} on the training examples`;
}

function curvesSpec(curves: readonly NamedCurve[], models: string): TopLevelSpec {
  const { examples, points } = curves[0]!.curve;
  const xScale = tightScale(points.map(({ x }) => x));
  const yScale = tightScale(withHeadroom(examples.map(({ y }) => y)));
  const ends = curves.map(({ curve }) => 1 - clamp(yScale.share(curve.points.at(-1)!.y)));
  const places = spreadLabels(
    ends.map((end) => end * SIZE.height),
    LABEL_HEIGHT,
    SIZE.height,
  );
  const colorOf = (i: number): string => DISTINCT[i]!;
  return chartSpec({
    title: `What ${models} predict${curves.length > 1 ? "" : "s"}`,
    subtitle: `dots: training examples; ${curves.map(({ name, setting }) => `${name}: ${setting}`).join("; ")}`,
    size: SIZE,
    room: { left: 64, right: 64, bottom: 52 },
    encoding: { x: axisOf("x", xScale), y: axisOf("y", yScale) },
    layers: [
      ...curves.map(({ curve }, i) => line(curve.points.map((point) => ({ ...point, color: colorOf(i) })))),
      dots(examples),
      names(curves.map(({ name }, i) => ({ name, place: places[i]!, color: colorOf(i) }))),
    ],
  });
}

/** Returns a scale that ends where the values end, with round ticks. */
function tightScale(values: readonly number[]): PlotScale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const { type, ticks } = plotScale(values, false);
  const inside = ticks.filter((tick) => tick >= low && tick <= high);
  return {
    type,
    domain: [low, high],
    ticks: inside,
    share: (value) => (value - low) / (high - low),
  };
}

function withHeadroom(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = HEADROOM * (high - low || 1);
  return [low - room, high + room];
}

function axisOf(field: "x" | "y", { type, domain, ticks }: PlotScale): PlotAxis {
  return {
    field,
    type: "quantitative",
    scale: { type, domain: [...domain], nice: false, zero: false },
    axis: { title: null, values: [...ticks], format: "~g" },
  };
}

function dots(examples: FittedCurve["examples"]): PlotLayer {
  return { data: { values: [...examples] }, mark: { type: "circle", size: 26, color: INK, opacity: 0.7 } };
}

function line(points: readonly object[]): PlotLayer {
  return {
    data: { values: [...points] },
    mark: { type: "line", strokeWidth: 2.4, clip: true },
    encoding: { color: ROW_COLOR },
  };
}

function names(labels: readonly object[]): PlotLayer {
  return {
    data: { values: [...labels] },
    mark: { type: "text" },
    encoding: {
      x: { value: SIZE.width + 10 },
      y: pixels("place"),
      text: { field: "name" },
      color: ROW_COLOR,
    },
  };
}

function clamp(share: number): number {
  return Math.max(0, Math.min(1, share));
}
