import { metricNamed } from "../../spec/metrics.ts";
import { metricText } from "../metric-text.ts";
import type { Warning } from "../results.ts";
import type { Findings } from "./findings.ts";

/** Warns when a setting or an epoch was chosen on the test part. */
export function testSetChoice({
  experiment,
  configurations,
}: Pick<Findings, "experiment" | "configurations">): Warning[] {
  const { metric, at } = experiment.objective;
  const isChoice = configurations.length > 1 || at === "best";
  if (metricNamed(metric).part !== "test" || !isChoice) return [];
  const message =
    `The best was chosen by ${metricText(metric)}, on the same examples that judge it, which flatters it. ` +
    "Give the data set a validation part and choose on that.";
  return [{ code: "testSetChoice", message }];
}
