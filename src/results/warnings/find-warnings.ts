import { kindOf, lengthOf } from "../../configuration/kind-of.ts";
import { METRICS } from "../../metrics/metrics.ts";
import { repetitionsOf } from "../../spec/repetitions.ts";
import type { Plan } from "../../trials/plan.ts";
import { figureText, meanText } from "../figure-text.ts";
import { metricText } from "../metric-text.ts";
import type { ConfigurationResult, Findings, Warning } from "../results.ts";
import { winnersOf } from "../winners.ts";
import { axisEdge } from "./axis-edge.ts";
import { oddData } from "./odd-data.ts";
import { saturatedAndDeadUnits } from "./saturated-and-dead-units.ts";
import { simplerSetting } from "./simpler-setting.ts";
import { testSetChoice } from "./test-set-choice.ts";

/** Returns all warnings, the most serious first. */
export function findWarnings(
  findings: Findings,
  { duplicates, dataWarnings }: Pick<Plan, "duplicates" | "dataWarnings">,
): Warning[] {
  const judged = finalists(findings);
  return [
    ...allDiverged(findings),
    ...belowBaseline(findings),
    ...axisEdge(judged),
    ...simplerSetting(judged),
    ...saturatedAndDeadUnits(judged),
    ...testSetChoice(findings),
    ...oneReplicate(findings),
    ...oddData(dataWarnings),
    ...duplicatePoints(duplicates),
  ];
}

/** Leaves out what a search has dropped: a setting that has trained briefly is not expected to have learned much. */
function finalists(findings: Findings): Findings {
  const { experiment, leaderboard, configurations } = findings;
  const [leader] = leaderboard;
  if (!leader || !experiment.sweep.search?.ladder) return findings;
  const whole = lengthOf(leader.configuration.configuration);
  const isWhole = ({ configuration }: ConfigurationResult): boolean => lengthOf(configuration) === whole;
  return {
    ...findings,
    configurations: configurations.filter(isWhole),
    leaderboard: leaderboard.filter(({ configuration }) => isWhole(configuration)),
  };
}

/** Warns when every trial diverged. */
function allDiverged({ trials }: Pick<Findings, "trials">): Warning[] {
  if (!trials.every(({ status }) => status === "diverged")) return [];
  const message =
    "Every trial diverged, so there is no best setting. Divide eta by 10 until training is stable.";
  return [{ code: "allDiverged", message }];
}

/** Warns when the best setting is no more accurate than always predicting the most frequent class. */
function belowBaseline(findings: Findings): Warning[] {
  return winnersOf(findings.leaderboard).flatMap(({ configuration, condition }) => {
    return baselineWarning(configuration, condition === "" ? "" : ` at ${condition}`, findings);
  });
}

function baselineWarning(
  best: ConfigurationResult,
  where: string,
  { datasets, metrics }: Findings,
): Warning[] {
  const baseline = datasets.find(({ digest }) => digest === best.dataDigest)?.baseline;
  if (!baseline) return [];
  const { name } = METRICS.find(({ part, quantity }) => part === baseline.part && quantity === "accuracy")!;
  const accuracy = best.metrics[metrics.findIndex((metric) => metric.name === name)];
  if (!accuracy || accuracy.mean === null || accuracy.mean > baseline.accuracy) return [];
  const message =
    `The best setting's ${metricText(name, {})}${where} of ${meanText(name, accuracy)} is no higher than ` +
    `${figureText(name, baseline.accuracy)}, the accuracy of always predicting the most frequent class. ` +
    "Try another eta, more epochs or another architecture.";
  return [{ code: "belowBaseline", message }];
}

/** Warns when each setting was trained once and its spread is unknown; not for deterministic experiments. */
function oneReplicate({
  experiment,
  configurations,
}: Pick<Findings, "experiment" | "configurations">): Warning[] {
  if (repetitionsOf(experiment.replicates) > 1 || !configurations.some(isRandom)) return [];
  const message =
    "Each setting was trained only once, so differences may be chance and have no intervals. Set replicates: 3 or more.";
  return [{ code: "oneReplicate", message }];
}

function isRandom({ configuration, facts }: ConfigurationResult): boolean {
  return kindOf(configuration).isRandom(configuration, facts);
}

/** Warns when points of the grid were skipped because earlier ones train the same trials. */
export function duplicatePoints(duplicates: Plan["duplicates"]): Warning[] {
  if (duplicates.length === 0) return [];
  const message =
    duplicates.length === 1
      ? "1 point of the grid was skipped because it would train the same trials as an earlier one."
      : `${duplicates.length} points of the grid were skipped because they would train the same trials as earlier ones.`;
  return [{ code: "duplicatePoints", message }];
}
