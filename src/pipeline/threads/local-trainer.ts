import { kindName } from "../../configuration/kind-of.ts";
import type { ExperimentKind } from "../../metrics/metrics.ts";
import type { Plan } from "../../trials/plan.ts";
import { programTrainer, type ProgramOptions } from "../programs/program-trainer.ts";
import { threadTrainer, type ThreadOptions } from "./thread-trainer.ts";
import type { StartTrainer } from "../trainer.ts";

/** How trials run on this machine. */
export type LocalOptions = ThreadOptions & ProgramOptions;

const TRAINERS: Readonly<Record<ExperimentKind, (options: LocalOptions) => StartTrainer>> = {
  network: threadTrainer,
  function: threadTrainer,
  program: programTrainer,
};

/** Returns what trains the trials of a plan on this machine. */
export function localTrainer({ experiment }: Plan, options: LocalOptions): StartTrainer {
  return TRAINERS[kindName(experiment.base)](options);
}
