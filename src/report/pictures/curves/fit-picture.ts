import { meanText } from "../../../results/figure-text.ts";
import { bestEpochOf } from "../../../results/best-epoch.ts";
import { metricText } from "../../../results/metric-text.ts";
import type { Results } from "../../../results/results.ts";
import { settingText } from "../../../results/setting-text.ts";
import { goalOf } from "../../../metrics/metrics.ts";
import { counted } from "../../../text/counted.ts";
import type { Picture } from "../picture.ts";
import { fitChart } from "./fit-chart.ts";
import { metricCurve, type CurvePoint } from "./learning-curves.ts";

/** Pairs of training and held-out metrics; the first pair that was measured is drawn. */
const PAIRS = [
  ["trainRmse", "validationRmse"],
  ["trainRmse", "testRmse"],
  ["trainLoss", "validationLoss"],
  ["trainLoss", "testLoss"],
  ["trainAccuracy", "validationAccuracy"],
  ["trainAccuracy", "testAccuracy"],
] as const;

/** Panels for more settings than this would be too many to compare. */
const MOST_PANELS = 12;
const FEWEST_POINTS = 3;

/** Returns the picture of training vs. held-out examples, a panel for each setting; none where only one was measured. */
export function fitPicture(results: Results): Picture[] {
  const { best, metrics, experiment, columns, leaderboard } = results;
  const isDerived = (name: string): boolean =>
    metrics.some((metric) => metric.name === name && (metric.isDerived || !name.endsWith("Rmse")));
  const pair = PAIRS.find((names) => names.every(isDerived));
  if (!best || !pair) return [];
  const measured = leaderboard
    .map(({ configuration }) => ({
      setting: configuration,
      curves: pair.map((name) => metricCurve(configuration, name)),
    }))
    .filter(({ curves }) =>
      curves.every(({ diverged, points }) => !diverged && points.length >= FEWEST_POINTS),
    )
    .map(({ setting, curves }) => ({ setting, curves: curves.map(({ points }) => points) }));
  const [first] = measured;
  if (!first) return [];
  const [train, other] = first.curves as [readonly CurvePoint[], readonly CurvePoint[]];
  const setting = settingText(first.setting, columns);
  const names = pair.map((name) => metricText(name, results));
  return [
    {
      name: "train-and-test",
      alt: `${experiment.name}: ${names.join(" and ")} by epoch, of ${counted(measured.length, "setting")}`,
      caption: captionOf({ train, other }, { pair, names }, setting),
      drawing: fitChart(
        measured.slice(0, MOST_PANELS),
        { metrics: pair, names, all: measured.length },
        results,
      ),
    },
  ];
}

function captionOf(
  { train, other }: { train: readonly CurvePoint[]; other: readonly CurvePoint[] },
  { pair: [trainName, otherName], names }: { pair: (typeof PAIRS)[number]; names: readonly string[] },
  setting: string,
): string {
  const end = other.at(-1)!;
  const goal = goalOf(otherName);
  const turn =
    other[
      bestEpochOf(
        other.map((point) => point.mean),
        goal,
      )!
    ]!;
  const text =
    `${setting} ends at a ${names[0]} of ${meanText(trainName, train.at(-1)!)} ` +
    `and a ${names[1]} of ${meanText(otherName, end)}`;
  return turn.epoch === end.epoch
    ? `${text}, its ${goal === "maximize" ? "highest" : "lowest"}`
    : `${text}; its ${goal === "maximize" ? "highest" : "lowest"} was ${meanText(otherName, turn)} at epoch ${turn.epoch}`;
}
