import { METRICS } from "../../spec/metrics.ts";
import { figureText } from "../figure-text.ts";
import { metricText } from "../metric-text.ts";
import type { Warning } from "../results.ts";
import type { Findings } from "./findings.ts";

/** Warns when the best setting is no more accurate than always answering the most frequent class. */
export function belowBaseline({
  best,
  datasets,
  metrics,
}: Pick<Findings, "best" | "datasets" | "metrics">): Warning[] {
  const baseline = datasets.find(({ digest }) => digest === best?.dataDigest)?.baseline;
  if (!best || !baseline) return [];
  const { name } = METRICS.find(({ part, quantity }) => part === baseline.part && quantity === "accuracy")!;
  const accuracy = best.metrics[metrics.findIndex((metric) => metric.name === name)]?.mean ?? null;
  if (accuracy === null || accuracy > baseline.accuracy) return [];
  const message =
    `The best setting's ${metricText(name)} of ${figureText(name, accuracy)} is not above ` +
    `${figureText(name, baseline.accuracy)}, that of always answering the most frequent class: nothing was learned. ` +
    "Try another eta, more epochs or another architecture.";
  return [{ code: "belowBaseline", message }];
}
