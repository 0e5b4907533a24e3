import type { Plan } from "../../trials/plan.ts";
import type { Warning } from "../results.ts";
import { allDiverged } from "./all-diverged.ts";
import { axisEdge } from "./axis-edge.ts";
import { belowBaseline } from "./below-baseline.ts";
import { duplicatePoints } from "./duplicate-points.ts";
import type { Findings } from "./findings.ts";
import { oddData } from "./odd-data.ts";
import { oneReplicate } from "./one-replicate.ts";
import { simplerSetting } from "./simpler-setting.ts";
import { testSetChoice } from "./test-set-choice.ts";
import { saturatedAndDeadUnits } from "./saturated-and-dead-units.ts";

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
