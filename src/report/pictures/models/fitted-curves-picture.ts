import { digits } from "../../../results/figure-text.ts";
import type { Results } from "../../../results/results.ts";
import { settingText } from "../../../results/setting-text.ts";
import type { FittedCurve, Portrait } from "../../../training/portraits/portrait.ts";
import { ruleMark, type Chart, type Mark, type Place } from "../chart.ts";
import { distinctColor, FAINT_INK, GRID, INK } from "../colors.ts";
import { spreadLabels } from "../curves/spread-labels.ts";
import type { Picture } from "../picture.ts";
import { plotScale, type PlotScale } from "../plot-scale.ts";
import { axisName } from "../value-axis.ts";
import { largestOf, smallestOf } from "../../../math/extremes.ts";

const SIZE = { width: 520, height: 320 } as const;
/** The picture shows this share of the height of the examples above and below them, and up to so many of it for curves. */
const [HEADROOM, FARTHEST] = [0.05, 1.5];
const LABEL_HEIGHT = 17;

/** A curve with the word for its model. */
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
      drawing: curvesChart(curves, models, axisNames(results)),
    },
  ];
}

/** Returns the names of what models are given and of what they predict. */
function axisNames({ best }: Results): [across: string, up: string] {
  return ["input", best?.facts.target.names?.[0] ?? "target"];
}

/** Returns "hidden = [10] has a mean absolute error of 0.21 on the training examples". */
function captionOf({ curve: { examples }, setting }: NamedCurve): string {
  const sum = examples.reduce((total, { y, answer }) => total + Math.abs(answer - y), 0);
  return `${setting} has a mean absolute error of ${digits(sum / examples.length, 2)} on the training examples`;
}

function curvesChart(curves: readonly NamedCurve[], models: string, [across, up]: readonly string[]): Chart {
  const { examples, points } = curves[0]!.curve;
  const xScale = tightScale(points.map(({ x }) => x));
  const heights = curves.flatMap(({ curve }) => curve.points.map(({ y }) => y));
  const yScale = tightScale(
    withinReach(
      heights,
      examples.map(({ y }) => y),
    ),
  );
  const placeOf = ({ x, y }: { x: number; y: number }): Place => ({
    x: xScale.share(x) * SIZE.width,
    y: (1 - yScale.share(y)) * SIZE.height,
  });
  const ends = curves.map(({ curve }) => clamp(1 - yScale.share(curve.points.at(-1)!.y)) * SIZE.height);
  const places = spreadLabels(ends, LABEL_HEIGHT, SIZE.height);
  return {
    title: `What ${models} predict${curves.length > 1 ? "" : "s"}`,
    subtitle: `dots: training examples; ${curves.map(({ name, setting }) => `${name}: ${setting}`).join("; ")}`,
    size: SIZE,
    marks: [
      ...numberAxes(xScale, yScale),
      axisName(across!, SIZE),
      { mark: "text", x: 0, y: -14, text: up!, color: FAINT_INK },
      ...curves.map(({ curve }, i): Mark => ({
        mark: "line",
        places: curve.points.map(placeOf),
        color: distinctColor(i),
        width: 2.4,
        isClipped: true,
      })),
      ...examples.map((example): Mark => ({
        mark: "dot",
        ...placeOf(example),
        radius: 2.9,
        color: INK,
        opacity: 0.7,
      })),
      ...curves.map(({ name }, i): Mark => ({
        mark: "text",
        x: SIZE.width + 10,
        y: places[i]!,
        text: name,
        color: distinctColor(i),
      })),
    ],
  };
}

function numberAxes(x: PlotScale, y: PlotScale): Mark[] {
  const paint = { color: GRID, width: 1 };
  return [
    ...y.ticks.flatMap((tick): Mark[] => {
      const at = (1 - y.share(tick)) * SIZE.height;
      return [
        ruleMark({ x: 0, y: at }, { x: SIZE.width, y: at }, paint),
        { mark: "text", x: -8, y: at, text: String(tick), anchor: "end", color: FAINT_INK },
      ];
    }),
    ...x.ticks.flatMap((tick): Mark[] => {
      const at = x.share(tick) * SIZE.width;
      return [
        ruleMark({ x: at, y: 0 }, { x: at, y: SIZE.height }, paint),
        { mark: "text", x: at, y: SIZE.height + 18, text: String(tick), anchor: "middle", color: FAINT_INK },
      ];
    }),
  ];
}

/** Ends where the values end; ticks are round. */
function tightScale(values: readonly number[]): PlotScale {
  const [low, high] = [smallestOf(values), largestOf(values)];
  const { type, ticks } = plotScale(values, false);
  const inside = ticks.filter((tick) => tick >= low && tick <= high);
  return { type, domain: [low, high], ticks: inside, share: (value) => (value - low) / (high - low) };
}

/** Returns the values of examples and of curves, as far as these stay within reach of the examples. */
function withinReach(curves: readonly number[], examples: readonly number[]): number[] {
  const [low, high] = [smallestOf(examples), largestOf(examples)];
  const [room, reach] = [HEADROOM * (high - low || 1), FARTHEST * (high - low || 1)];
  const near = curves.map((value) => Math.min(high + reach, Math.max(low - reach, value)));
  return [low - room, high + room, ...near];
}

function clamp(share: number): number {
  return Math.max(0, Math.min(1, share));
}
