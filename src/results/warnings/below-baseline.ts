import { METRICS } from "../../spec/metrics.ts";
import { figureText } from "../figure-text.ts";
import { metricText } from "../metric-text.ts";
import type { ConfigurationResult, Warning } from "../results.ts";
import { winnersOf } from "../winners.ts";
import type { Findings } from "./findings.ts";

/** Warns when the best setting is no more accurate than always answering the most frequent class. */
export function belowBaseline(findings: Findings): Warning[] {
  return winnersOf(findings.leaderboard).flatMap(({ configuration, condition }) => {
    return warningOf(configuration, condition === "" ? "" : ` at ${condition}`, findings);
  });
}

function warningOf(best: ConfigurationResult, where: string, { datasets, metrics }: Findings): Warning[] {
  const baseline = datasets.find(({ digest }) => digest === best.dataDigest)?.baseline;
  if (!baseline) return [];
  const { name } = METRICS.find(({ part, quantity }) => part === baseline.part && quantity === "accuracy")!;
  const accuracy = best.metrics[metrics.findIndex((metric) => metric.name === name)]?.mean ?? null;
  if (accuracy === null || accuracy > baseline.accuracy) return [];
  const message =
    `The best setting's ${metricText(name, {})}${where} of ${figureText(name, accuracy)} is not above ` +
    `${figureText(name, baseline.accuracy)}, that of always answering the most frequent class. ` +
    "Try another eta, more epochs or another architecture.";
  return [{ code: "belowBaseline", message }];
}
