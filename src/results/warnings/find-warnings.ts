import { kindOf } from "../../configuration/kind-of.ts";
import { METRICS } from "../../metrics/metrics.ts";
import { repetitionsOf } from "../../spec/repetitions.ts";
import { counted } from "../../text/counted.ts";
import type { Plan } from "../../trials/plan.ts";
import { figureText } from "../figure-text.ts";
import { metricText } from "../metric-text.ts";
import type { ConfigurationResult, Findings, Warning } from "../results.ts";
import { winnersOf } from "../winners.ts";
import { axisEdge } from "./axis-edge.ts";
import { oddData } from "./odd-data.ts";
import { saturatedAndDeadUnits } from "./saturated-and-dead-units.ts";
import { simplerSetting } from "./simpler-setting.ts";
import { testSetChoice } from "./test-set-choice.ts";

/** Returns everything worth a warning, the gravest first. */
export function findWarnings(
  findings: Findings,
  { duplicates, dataWarnings }: Pick<Plan, "duplicates" | "dataWarnings">,
): Warning[] {
  const finders = [
    allDiverged,
    belowBaseline,
    axisEdge,
    simplerSetting,
    saturatedAndDeadUnits,
    testSetChoice,
    oneReplicate,
  ];
  return [
    ...finders.flatMap((find) => find(findings)),
    ...oddData(dataWarnings),
    ...duplicatePoints(duplicates),
  ];
}

/** Warns when no trial trained to its end because every one diverged. */
function allDiverged({ trials }: Pick<Findings, "trials">): Warning[] {
  if (!trials.every(({ status }) => status === "diverged")) return [];
  const message =
    "Every trial diverged, so there is no best setting. Use a smaller eta: divide it by 10 until training holds.";
  return [{ code: "allDiverged", message }];
}

/** Warns when the best setting is no more accurate than always answering the most frequent class. */
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
  const accuracy = best.metrics[metrics.findIndex((metric) => metric.name === name)]?.mean ?? null;
  if (accuracy === null || accuracy > baseline.accuracy) return [];
  const message =
    `The best setting's ${metricText(name, {})}${where} of ${figureText(name, accuracy)} is not above ` +
    `${figureText(name, baseline.accuracy)}, that of always answering the most frequent class. ` +
    "Try another eta, more epochs or another architecture.";
  return [{ code: "belowBaseline", message }];
}

/** Warns when settings were tried once each, so that nothing is known of their spread; not where nothing is random. */
function oneReplicate({
  experiment,
  configurations,
}: Pick<Findings, "experiment" | "configurations">): Warning[] {
  if (repetitionsOf(experiment.replicates) > 1 || !configurations.some(isRandom)) return [];
  const message =
    "Every setting was trained once, so differences may be chance and no interval is known. Set replicates: 3 or more.";
  return [{ code: "oneReplicate", message }];
}

function isRandom({ configuration, facts }: ConfigurationResult): boolean {
  return kindOf(configuration).isRandom(configuration, facts);
}

/** Warns when points of the grid were left out because earlier ones train the very same trials. */
export function duplicatePoints(duplicates: Plan["duplicates"]): Warning[] {
  if (duplicates.length === 0) return [];
  const message =
    `${counted(duplicates.length, "point")} of the grid would train the very same ` +
    "trials as earlier ones and were left out.";
  return [{ code: "duplicatePoints", message }];
}
