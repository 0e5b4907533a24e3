import { GridientError } from "../../errors.ts";
import { isTracked } from "../../files/is-tracked.ts";
import { resultsFolder } from "../../pipeline/run-experiment.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { readersCommand } from "../console/readers-command.ts";

/**
 * Returns a function that refuses an experiment which `--set` has changed and whose results would replace committed ones.
 */
export function refuseCommitted(out: string): (experiment: Experiment) => void {
  return (experiment) => {
    const { file, set } = experiment;
    if (set === undefined) return;
    const folder = resultsFolder(experiment, out);
    if (!isTracked(folder)) return;
    const command = readersCommand("sweep", [file, "--out", `${out}-set`], set);
    const message = `--set changes ${file}, and its results would replace the committed ones: "${folder}"`;
    throw new GridientError("E_USAGE", message, {
      hint: `Write them elsewhere: ${command}; or replace them: --out ${out}`,
    });
  };
}
