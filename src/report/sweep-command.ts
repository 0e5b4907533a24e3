import type { Experiment } from "../spec/experiment.ts";
import { shellWord } from "./shell-word.ts";

/** Returns the shell command that runs an experiment, from the folder that holds `experiments/`, or from its own. */
export function sweepCommand({ file }: Pick<Experiment, "file">): string {
  const path = file.replaceAll("\\", "/");
  const inExperiments = /(?:^|\/)(experiments\/.*)$/.exec(path)?.[1];
  return `npm run sweep ${shellWord(inExperiments ?? path.slice(path.lastIndexOf("/") + 1))}`;
}
