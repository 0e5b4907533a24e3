import { specOf } from "../../../../src/commands/authoring/import/spec-of.ts";
import type { ImportedSweep } from "../../../../src/commands/authoring/import/imported-sweep.ts";
import type { ProgramConfiguration } from "../../../../src/fields/configuration.ts";
import { startOf } from "../../../../src/pipeline/programs/trial-folder.ts";
import { readExperiment } from "../../../support/read-experiment.ts";
import { planTrials } from "../../../../src/trials/plan.ts";

const PLACES = { folder: "FOLDER", from: ".", names: [], environment: {} };

/** Returns the words with which each trial of an imported sweep starts its program, in plan order. */
export function commandsOf(sweep: ImportedSweep): (readonly string[])[] {
  const { text } = specOf(sweep, "imported.yaml");
  const { experiment, problems } = readExperiment(text, "imported.yaml", { limit: 10_000 });
  if (!experiment) throw new Error(`${problems.map(({ message }) => message).join("\n")}\n${text}`);
  return planTrials(experiment).trials.map((trial) => {
    if (!isProgram(trial.configuration)) throw new Error("This is no program");
    return startOf(trial.configuration, trial, PLACES).command;
  });
}

function isProgram(configuration: object): configuration is ProgramConfiguration {
  return "command" in configuration;
}
