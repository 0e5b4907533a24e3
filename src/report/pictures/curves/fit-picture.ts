import { meanText } from "../../../results/figure-text.ts";
import { bestEpochOf } from "../../../results/best-epoch.ts";
import { metricText } from "../../../results/metric-text.ts";
import type { Results } from "../../../results/results.ts";
import { settingText } from "../../../results/setting-text.ts";
import { metricNamed } from "../../../metrics/metrics.ts";
import type { Picture } from "../picture.ts";
import { fitSpec } from "./fit-spec.ts";
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

/** Returns the picture of training vs. held-out examples of the best setting; none where only one was measured. */
export function fitPicture(results: Results): Picture[] {
  const { best, metrics, experiment, columns } = results;
  const isDerived = (name: string): boolean =>
    metrics.some((metric) => metric.name === name && (metric.isDerived || !name.endsWith("Rmse")));
  const pair = PAIRS.find((names) => names.every(isDerived));
  if (!best || !pair) return [];
  const curves = pair.map((name) => metricCurve(best, name).points);
  if (curves.some(({ length }) => length < 3)) return [];
  const [train, other] = curves as [CurvePoint[], CurvePoint[]];
  const setting = settingText(best, columns);
  const names = pair.map((name) => metricText(name, results));
  return [
    {
      name: "train-and-test",
      alt: `${experiment.name}: ${names.join(" and ")} by epoch, of ${setting}`,
      caption: captionOf({ train, other }, { pair, names }, setting),
      drawing: fitSpec(
        pair.map((metric, i) => ({ metric, name: names[i]!, points: curves[i]! })),
        setting,
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
  const { goal } = metricNamed(otherName);
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
